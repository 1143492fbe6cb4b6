import { expect, test } from 'vitest';
import { YamlFile } from './yaml-file.ts';

const TEXT = `# a comment
name: x
list:
  - { a: 1, b: 2 }
  - a: &shared { deep: 1 }
    c:
      3b: { deep: 2 }
again: *shared
`;

test.each([
  [[], 2],
  [['name'], 2],
  [['list', 0, 'b'], 4],
  [['list', 1, 'c', '3b', 'deep'], 7],
  [['list', 1, 'missing'], 5],
  [['again', 'deep'], 8],
  [['list', 9], 3],
])('the line of %j is %i', (path, line) => {
  expect(new YamlFile('file.yaml', TEXT).problem(path, 'wrong')).toEqual({ file: 'file.yaml', line, message: 'wrong' });
});

test('syntax errors and duplicate keys keep their lines, and there is no data then', () => {
  const file = new YamlFile('file.yaml', 'a: 1\nb: 2\na: 3\n');
  expect(file.syntax).toEqual([{ file: 'file.yaml', line: 3, message: expect.stringMatching(/unique/) }]);
  expect(file.data).toBeUndefined();
});

test('a day is a string, not a time', () => {
  expect(new YamlFile('file.yaml', 'checked: 2026-11-22').data).toEqual({ checked: '2026-11-22' });
});
