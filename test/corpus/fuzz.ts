/**
 * npm run fuzz -- [--count=200000] [--seed=1]
 *
 * Reads mutated documents of every format and reports crashes, hangs (over a second) and ranges outside the text. The
 * documents depend on the seed alone, so that what is found can be found again. Each half runs in a process of its own,
 * which is watched: one that stops answering or ends early has met what no exception shows.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Fuzzed, fuzzRange } from './fuzzing.ts';

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
  const halves = await Promise.all([watch(0, half, seed), watch(half, count, seed)]);
  const findings = halves.flatMap(({ faults }) => faults);
  for (const finding of findings) console.log(finding);
  const sum = (of: (one: Fuzzed) => number) => halves.map(of).reduce((a, b) => a + b);
  console.log(
    `the filter would put aside ${sum((one) => one.leftOut)} of ${sum((one) => one.held)} documents with references`,
  );
  const seconds = ((Date.now() - begin) / 1000).toFixed(0);
  console.log(`${count} documents, seed ${seed}, ${seconds} s: ${findings.length} findings`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

/** What one range of documents brings to light. */
function watch(from: number, to: number, seed: number): Promise<Fuzzed> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), [`--from=${from}`, `--to=${to}`, `--seed=${seed}`], {
      execArgv: process.execArgv,
    });
    let at = from;
    let fuzzed: Fuzzed | undefined;
    let watchdog: NodeJS.Timeout | undefined;
    const expectAnswer = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => child.kill('SIGKILL'), limit);
    };
    expectAnswer();
    child.on('message', (message: { at?: number; report?: Fuzzed }) => {
      at = message.at ?? at;
      fuzzed = message.report ?? fuzzed;
      expectAnswer();
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watchdog);
      const ended = `process ended (${signal ?? code}) in the documents from number ${at} on`;
      resolve(fuzzed ?? { faults: [ended], held: 0, leftOut: 0 });
    });
  });
}
