/**
 * npm run fuzz -- [--count=200000] [--seed=1]
 *
 * Reads mutated documents of every format and reports crashes, hangs (over a second) and ranges outside the text. The
 * documents depend on the seed alone, so that what is found can be found again. Each half runs in a process of its own,
 * which is watched: one that stops answering or ends early has met what no exception shows.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fuzzRange } from './fuzzing.ts';

const limit = 30_000;
const option = (name: string, otherwise: number) =>
  Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);

if (process.send) {
  const tell = (at: number) => new Promise<void>((sent) => process.send?.({ at }, () => sent()));
  const report = await fuzzRange(option('from', 0), option('to', 0), option('seed', 1), tell);
  process.send({ report });
  process.disconnect();
} else {
  const count = option('count', 200_000);
  const seed = option('seed', 1);
  const begin = Date.now();
  const half = Math.ceil(count / 2);
  const findings = (await Promise.all([watch(0, half, seed), watch(half, count, seed)])).flat();
  for (const finding of findings) console.log(finding);
  const seconds = ((Date.now() - begin) / 1000).toFixed(0);
  console.log(`${count} documents, seed ${seed}, ${seconds} s: ${findings.length} findings`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

/** What one range of documents brings to light. */
function watch(from: number, to: number, seed: number): Promise<string[]> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), [`--from=${from}`, `--to=${to}`, `--seed=${seed}`], {
      execArgv: process.execArgv,
    });
    let at = from;
    let findings: string[] | undefined;
    let watchdog: NodeJS.Timeout | undefined;
    const expectAnswer = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => child.kill('SIGKILL'), limit);
    };
    expectAnswer();
    child.on('message', (message: { at?: number; report?: string[] }) => {
      at = message.at ?? at;
      findings = message.report ?? findings;
      expectAnswer();
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watchdog);
      resolve(findings ?? [`process ended (${signal ?? code}) in the documents from number ${at} on`]);
    });
  });
}
