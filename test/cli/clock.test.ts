/** What changes with the day: exceptions run out. In process, with a day of our own. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Io } from '../../server/src/commands/io.ts';
import { run } from '../../server/src/commands/program.ts';
import { createEngine } from '../../server/src/engine.ts';
import { database } from '../../server/src/terms/testkit-documents.ts';
import { plant } from '../protocol/kit.ts';

const engine = createEngine(database());

let planted: ReturnType<typeof plant> | undefined;
afterEach(() => planted?.remove());

async function check(
  today: string,
  policy: string | undefined,
  ...args: string[]
): Promise<{ code: number; out: string }> {
  planted = plant({
    'a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n',
    ...(policy === undefined ? {} : { '.modelterms.yaml': policy }),
  });
  let out = '';
  const io: Io = {
    cwd: planted.folder,
    version: '0.0.0',
    today,
    out: (text) => {
      out += text;
    },
    error: (text) => {
      out += text;
    },
    colors: false,
    engine: () => engine,
  };
  return { code: await run(['check', ...args], io), out };
}

describe('an exception', () => {
  const policy = `exceptions:
  - model: Qwen/Qwen2.5-3B-Instruct
    reason: Evaluation only.
    expires: 2026-12-31
`;

  it.each([
    ['none', '2026-12-31', undefined, 1],
    ['its last day', '2026-12-31', policy, 0],
    ['a day later', '2027-01-01', policy, 1],
  ])('%s', async (_, today, text, expected) => {
    const { code } = await check(today, text, '--fail-on', 'warning');
    expect(code).toBe(expected);
  });

  it('that has run out is told of, where it stands', async () => {
    const { out } = await check('2027-01-01', policy);
    expect(out).toMatch(/^\.modelterms\.yaml\n {2}2:\d+ +warning .*2026-12-31.*expired-exception$/m);
  });
});
