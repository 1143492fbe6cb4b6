/** Broken program source: whatever is typed, reading goes on, and every place stays inside of the text. */
import { describe, expect, it } from 'vitest';
import { findReferences } from '../../server/src/references/index.ts';
import { fakeKnowledge } from '../corpus/knowledge.ts';
import { mutations } from './mutations.ts';
import { sourceSeeds } from './sourceSeeds.ts';

const each = 400;

describe.each(Object.entries(sourceSeeds))('%s', (path, seed) => {
  it(`stays in the text through ${each} mutations`, () => {
    for (const text of mutations(seed, each, path.length)) {
      const { references, comments } = findReferences({ path, text }, fakeKnowledge, { includeCommented: true });
      let end = 0;
      for (const { span, text: said } of references) {
        expect(span.start, text).toBeGreaterThanOrEqual(end);
        expect(text.slice(span.start, span.end), text).toBe(said);
        expect(said, text).not.toBe('');
        end = span.end;
      }
      for (const { span } of comments) expect(span.end, text).toBeLessThanOrEqual(text.length);
    }
  });
});
