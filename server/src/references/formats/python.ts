/** Python: strings by what they are assigned to and passed to. Documentation strings count as running text. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { maximumLength, notices } from '../limits.ts';
import type { FormatReader, Knowledge, ParsedDocument, SourceDocument } from '../types.ts';
import { type Grammar, parseTree, readTree } from './lezerSlots.ts';
import type { Literal } from './literal.ts';
import { PartCache } from './partCache.ts';
import { gatherTokens } from './source.ts';
import { readParts } from './sourceParts.ts';
import { SlotCollector } from './sourcePlace.ts';
import { decodeLiteral, joinLiterals, proseSlots } from './stringLiterals.ts';

export const python: FormatReader = { format: 'python', read: readPython };

function readPython(document: SourceDocument, knowledge?: Knowledge): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'python', slots: [], comments: [], notice: notices.tooLarge };
  const read = (part: string) => {
    const into = new SlotCollector('python');
    const tree = parseTree(parser, part);
    if (tree) readTree(tree, part, grammar, into);
    else gatherTokens({ ...document, text: part }, 'python', into);
    return into;
  };
  return readParts(document, 'python', parts, read, knowledge);
}

const parts = new PartCache<SlotCollector>(2_000_000);

const opening = /^([A-Za-z]{0,2})("""|'''|"|')/;

function literal(node: SyntaxNode, text: string): Literal | undefined {
  if (node.name === 'ContinuedString') {
    const parts: Literal[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const part = literal(child, text);
      if (part) parts.push(part);
    }
    return joinLiterals(parts);
  }
  const match = opening.exec(text.slice(node.from, node.from + 5));
  const quote = match?.[2];
  if (!match || quote === undefined || /b/i.test(match[1] as string)) return undefined;
  const from = node.from + match[0].length;
  const closed = node.to - quote.length >= from && text.startsWith(quote, node.to - quote.length);
  const holes = node.getChildren('FormatReplacement');
  return decodeLiteral(text, from, closed ? node.to - quote.length : node.to, /r/i.test(match[1] as string), holes);
}

const grammar: Grammar = {
  literal,
  isDocumentation: (node) => node.name === 'String' || node.name === 'ContinuedString',
  prose(node, text, into) {
    for (const slot of proseSlots(text, node.from, node.to)) into.slots.push(slot);
  },
};
