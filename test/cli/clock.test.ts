/** What changes with the day: exceptions run out. In process, with a day of our own. */
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { plant } from '../protocol/kit.ts';
import { runHere } from './inProcess.ts';
import { root } from './kit.ts';

let planted: ReturnType<typeof plant> | undefined;
afterEach(() => planted?.remove());

async function check(today: string, policy: string | undefined, ...args: string[]) {
  planted = plant({
    'a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n',
    ...(policy === undefined ? {} : { '.modelterms.yaml': policy }),
  });
  return runHere(planted.folder, ['check', ...args], { today });
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

describe('the examples', () => {
  const ACCEPTED = 'accepted.modelterms.yaml';

  /** A copy of them; `policy`: which of their policy files is in force, instead of each folder's own. */
  function examples(policy: string | undefined): string {
    planted = plant({});
    cpSync(path.join(root, 'examples'), planted.folder, { recursive: true });
    for (const own of ['.modelterms.yaml', 'product/.modelterms.yaml']) rmSync(path.join(planted.folder, own));
    if (policy !== undefined) {
      copyFileSync(path.join(root, 'examples', policy), path.join(planted.folder, '.modelterms.yaml'));
    }
    return planted.folder;
  }

  it.each([
    ['without a policy', undefined, '2026-11-22', 1],
    ['with every warning accepted', ACCEPTED, '2026-11-22', 0],
    ['on the last day of the first exceptions', ACCEPTED, '2027-06-30', 0],
    ['a day later', ACCEPTED, '2027-07-01', 1],
  ])('%s', async (_, policy, today, expected) => {
    const { code, out } = await runHere(examples(policy), ['check', '--fail-on', 'warning'], { today });
    expect(code, out).toBe(expected);
  });
});
