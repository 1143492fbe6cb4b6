import { describe, expect, it } from 'vitest';
import { isPolicyFile, Policies } from './policies.ts';

/** Policies over files in memory; what stands for a file is the name it denies, `!` makes it unusable. */
function policies(files: Record<string, string>) {
  const read: string[] = [];
  const all = new Policies(async (location) => {
    read.push(location);
    const denied = files[location];
    return denied === undefined ? undefined : textDenying(denied);
  });
  return { all, read, denied: async (file: string, top?: string) => (await all.nearest(file, top)).policy.deny[0] };
}

const textDenying = (name: string) =>
  name.startsWith('!') ? 'policy: ]' : `policy:\n  deny: [${name}]\nignore: [out]\n`;

it.each([
  ['w/.modelterms.yaml', true],
  ['w/release.modelterms.yaml', true],
  ['w/modelterms.yaml', false],
  ['w/.modelterms.yaml.bak', false],
])('%s is a policy file: %s', (location, is) => {
  expect(isPolicyFile(location)).toBe(is);
});

describe('Policies', () => {
  const files = { 'w/.modelterms.yaml': 'top', 'w/a/b/.modelterms.yaml': 'deep', '.modelterms.yaml': 'outside' };

  it.each([
    ['w/x.yaml', 'w', 'top'],
    ['w/a/x.yaml', 'w', 'top'],
    ['w/a/b/x.yaml', 'w', 'deep'],
    ['w/a/b/c/d/x.yaml', 'w', 'deep'],
    ['w/a/x.yaml', 'w/a', undefined],
    ['v/x.yaml', 'w', undefined],
    ['wide/x.yaml', 'w', undefined],
    ['w/x.yaml', undefined, undefined],
  ])('of %s under %s: %s', async (file, top, denied) => {
    expect(await policies(files).denied(file, top)).toBe(denied);
  });

  it('are read once, until forgotten', async () => {
    const { all, denied, read } = policies(files);
    await denied('w/a/x.yaml', 'w');
    await denied('w/a/y.yaml', 'w');
    expect(read).toEqual(['w/a/.modelterms.yaml', 'w/.modelterms.yaml']);
    all.forget();
    await denied('w/x.yaml', 'w');
    expect(read).toHaveLength(3);
  });

  it('keep what was good while the file is not', async () => {
    const changing: Record<string, string> = { 'w/.modelterms.yaml': 'one' };
    const { all, denied } = policies(changing);
    expect(await denied('w/x', 'w')).toBe('one');
    for (const [text, inForce] of [
      ['!broken', 'one'],
      ['two', 'two'],
    ] as const) {
      changing['w/.modelterms.yaml'] = text;
      all.forget();
      expect(await denied('w/x', 'w')).toBe(inForce);
    }
    delete changing['w/.modelterms.yaml'];
    all.forget();
    expect(await denied('w/x', 'w')).toBeUndefined();
  });

  it('ignore what they name, from their own folder', async () => {
    const { ignores, folder } = await policies(files).all.nearest('w/a/b/x.yaml', 'w');
    expect([folder, ignores('out/x.yaml'), ignores('x.yaml')]).toEqual(['w/a/b', true, false]);
  });
});
