import { describe, expect, it } from 'vitest';
import { ignoredBy } from './globs.ts';

describe('ignoredBy', () => {
  it.each([
    ['fixtures/**', 'fixtures/a/b.yaml', true],
    ['fixtures/**', 'src/fixtures/b.yaml', false],
    ['**/fixtures/**', 'src/fixtures/b.yaml', true],
    ['fixtures', 'fixtures/a.yaml', true],
    ['fixtures/', 'fixtures/a.yaml', true],
    ['./fixtures', 'fixtures/a.yaml', true],
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'docs/README.md', true],
    ['{a,b}.yaml', 'b.yaml', true],
    ['**/.env', 'a/.env', true],
    ['test-*-*.yaml', 'test-a-b.yaml', true],
    ['*a*a*a*', 'aaa', false],
    ['+(a|b).yaml', 'a.yaml', false],
  ])('%s on %s: %s', (glob, path, ignored) => expect(ignoredBy([glob])(path)).toBe(ignored));

  it('ignores nothing without globs', () => expect(ignoredBy([])('a')).toBe(false));
});
