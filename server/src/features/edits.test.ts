import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { difference } from './edits.ts';

describe('difference', () => {
  it.each([
    ['an insertion', 'ab', 'axb', 'x'],
    ['an insertion at the end', 'a\n', 'a\nb\n', 'b\n'],
    ['a removal', 'abc', 'ac', ''],
    ['a replacement', 'one two three', 'one 2 three', '2'],
    ['repeated characters', 'aaa', 'aaaa', 'a'],
    ['nothing', 'a', 'a', ''],
    ['everything', '', 'a', 'a'],
  ])('%s', (_, before, after, inserted) => {
    const edit = difference(before, after);
    expect(edit.newText).toBe(inserted);
    expect(TextDocument.applyEdits(TextDocument.create('', '', 0, before), [edit])).toBe(after);
  });
});
