/** Running other programs, with progress for a person who waits. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { endWithUs } from './cleanup.ts';

const TICK = 5000;

/** Announces a step, says every few seconds that it still runs, and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 100) / 10} s`;
  console.log(`▸ ${title}`);
  const ticker = setInterval(() => console.log(`  … ${title} (${seconds()})`), TICK);
  try {
    const result = await work();
    console.log(`  done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

export interface Outcome {
  code: number;
  output: string;
}

/**
 * Runs a program to its end.
 * `show`: its output goes to ours as it comes; it is collected in any case.
 */
export function run(
  command: string,
  args: readonly string[],
  { show = false, ...options }: SpawnOptions & { show?: boolean } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const forget = endWithUs(child);
    let output = '';
    for (const [stream, ours] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (show) ours.write(text);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      forget();
      resolve({ code: code ?? 1, output });
    });
  });
}

/** As `run`, but an exit code other than 0 is an error that carries the output's end. */
export async function must(command: string, args: readonly string[], options: Parameters<typeof run>[2] = {}) {
  const outcome = await run(command, args, options);
  if (outcome.code !== 0) {
    const tail = options.show ? '' : `\n${outcome.output.split('\n').slice(-40).join('\n')}`;
    throw new Error(`${[command, ...args].join(' ')} ended with ${outcome.code}${tail}`);
  }
  return outcome.output;
}

/** npm, as a program that can be spawned on every platform, with this installation's own settings of the registry. */
export function npm(args: readonly string[], options: Parameters<typeof run>[2] = {}): Promise<string> {
  const script = process.env.npm_execpath;
  const env = { ...process.env, ...options.env };
  // an outer npm's idea of where the project is must not reach the inner one
  for (const name of ['npm_config_local_prefix', 'npm_config_workspace', 'npm_config_workspaces', 'INIT_CWD'])
    delete env[name];
  return script?.endsWith('.js')
    ? must(process.execPath, [script, ...args], { ...options, env })
    : must(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        ...options,
        env,
        shell: process.platform === 'win32',
      });
}
