/** JavaScript and TypeScript, with JSX: strings by what they are assigned to and passed to. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { maximumLength, notices } from '../limits.ts';
import type { FormatReader, Knowledge, ParsedDocument, SourceDocument } from '../types.ts';
import { type Grammar, parseTree, readTree } from './lezerSlots.ts';
import { PartCache } from './partCache.ts';
import { gatherTokens } from './source.ts';
import { readParts } from './sourceParts.ts';
import { SlotCollector } from './sourcePlace.ts';
import { decodeLiteral, proseSlots } from './stringLiterals.ts';

export const javascript: FormatReader = { format: 'javascript', read: readJavascript };

/** Made when first needed: nobody who reads no JavaScript pays for its grammar. */
const dialects = new Map<string, Dialect>();

/** Nobody writes a longer one: it is a bundle or data, and read by its strings alone, in a fifth of the time. */
const longestStatement = 384 * 1024;

interface Dialect {
  readonly parser: typeof parser;
  readonly parts: PartCache<SlotCollector>;
}

function readJavascript(document: SourceDocument, knowledge?: Knowledge): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'javascript', slots: [], comments: [], notice: notices.tooLarge };
  const { parser: own, parts } = dialectOf(document);
  const read = (part: string) => {
    const into = new SlotCollector('javascript');
    const tree = part.length > longestStatement ? undefined : parseTree(own, part);
    if (tree) readTree(tree, part, grammar, into);
    else gatherTokens({ ...document, text: part }, 'javascript', into);
    return into;
  };
  return readParts(document, 'javascript', parts, read, knowledge);
}

/** `<T>x` is a cast in TypeScript and a tag in JSX; types do no harm where there are none. */
function dialectOf({ path, languageId }: SourceDocument): Dialect {
  const dialect = languageId === 'typescript' || /\.[cm]?ts$/i.test(path) ? 'ts' : 'ts jsx';
  const made = dialects.get(dialect) ?? {
    parser: parser.configure({ dialect }),
    parts: new PartCache<SlotCollector>(2_000_000),
  };
  dialects.set(dialect, made);
  return made;
}

const grammar: Grammar = {
  literal(node: SyntaxNode, text: string) {
    const quote = text[node.from];
    const from = node.from + 1;
    const closed = node.to > from && text[node.to - 1] === quote;
    return decodeLiteral(text, from, closed ? node.to - 1 : node.to, false, node.getChildren('Interpolation'));
  },
  isDocumentation: () => false,
  prose(node, text, into) {
    for (const slot of proseSlots(text, node.from, node.to)) into.slots.push(slot);
  },
};
