/** The command line within this process: with a day, a terminal and a width of our own. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import type { Io, Terminal } from '../../server/src/commands/io.ts';
import { run } from '../../server/src/commands/program.ts';
import { createEngine } from '../../server/src/engine.ts';
import { database } from '../../server/src/terms/testkit-documents.ts';
import { type Outcome, root } from './kit.ts';

const engine = createEngine(database());

export async function runHere(
  cwd: string,
  args: readonly string[],
  world: Partial<Pick<Io, 'today' | 'columns' | 'terminal'>> = {},
): Promise<Outcome> {
  let out = '';
  let error = '';
  const code = await run(args, {
    cwd,
    version: '0.0.0',
    today: '2026-11-22',
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    colors: false,
    rulePage: (rule) => {
      const file = path.join(root, 'docs/rules', `${rule}.md`);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    engine: () => engine,
    ...world,
  });
  return { code, out, error };
}

export const KEYS = { enter: '\r', down: '\u001B[B', space: ' ', ctrlC: '\u0003' } as const;

/** A terminal at which somebody types each answer when its question stands there. */
export function typist(answers: readonly (readonly [question: string, ...keys: string[]])[]): Terminal & {
  /** Everything that was shown. */
  shown(): string;
} {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const open = [...answers];
  let shown = '';
  let from = 0;
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [next] = open;
    if (!next || !shown.includes(next[0], from)) return;
    open.shift();
    from = shown.length;
    // one key at a time, as a terminal hands them over, once the prompt listens
    for (const key of next.slice(1)) setImmediate(() => input.write(key));
  });
  return { input, output, shown: () => shown };
}
