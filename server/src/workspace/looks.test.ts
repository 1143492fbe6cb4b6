import { describe, expect, it } from 'vitest';
import { Looks } from './looks.ts';

/** Looks that end when the test says so. */
function gated() {
  const under: { top: string; isWanted: () => boolean; end: (found: string) => void; fail: (why: Error) => void }[] =
    [];
  const looks = new Looks<string>(
    (top, isWanted) => new Promise((end, fail) => under.push({ top, isWanted, end, fail })),
  );
  const begun = async (count: number) => {
    while (under.length < count) await Promise.resolve();
    return under[count - 1] as (typeof under)[number];
  };
  return { looks, begun, count: () => under.length };
}

describe('a look through a project', () => {
  it('is made once, for all who ask', async () => {
    const { begun, count, looks } = gated();
    const both = Promise.all([looks.of('/p'), looks.of('/p')]);
    (await begun(1)).end('found');
    expect(await both).toEqual(['found', 'found']);
    expect(await looks.of('/p')).toBe('found');
    expect(count()).toBe(1);
  });

  it('stops where it is forgotten, and who waits for it gets the next', async () => {
    const { begun, looks } = gated();
    const asked = looks.of('/p');
    const first = await begun(1);
    expect(first.isWanted()).toBe(true);
    looks.forget();
    expect(first.isWanted()).toBe(false);
    first.end('half of it');
    (await begun(2)).end('all of it');
    expect(await asked).toBe('all of it');
  });

  it('is tried again after it failed', async () => {
    const { begun, looks } = gated();
    const asked = looks.of('/p');
    (await begun(1)).fail(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    const again = looks.of('/p');
    (await begun(2)).end('back');
    expect(await again).toBe('back');
  });
});
