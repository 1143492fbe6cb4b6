/** JavaScript and TypeScript, with JSX: strings by what they are assigned to and passed to. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { maximumLength, notices } from '../limits.ts';
import type { FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { type Grammar, parseTree, readTree } from './lezerSlots.ts';
import { readTokens } from './source.ts';
import { SlotCollector } from './sourcePlace.ts';
import { decodeLiteral, proseSlots } from './stringLiterals.ts';

export const javascript: FormatReader = { format: 'javascript', read: readJavascript };

/** Made when first needed: nobody who reads no JavaScript pays for its grammar. */
const parsers = new Map<string, typeof parser>();

function readJavascript(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'javascript', slots: [], comments: [], notice: notices.tooLarge };
  const tree = parseTree(parserOf(document), text);
  if (!tree) return readTokens(document, 'javascript');
  const into = new SlotCollector('javascript');
  readTree(tree, text, grammar, into);
  return { format: 'javascript', slots: into.finish(), comments: into.comments };
}

/** `<T>x` is a cast in TypeScript and a tag in JSX; types do no harm where there are none. */
function parserOf({ path, languageId }: SourceDocument): typeof parser {
  const dialect = languageId === 'typescript' || /\.[cm]?ts$/i.test(path) ? 'ts' : 'ts jsx';
  const made = parsers.get(dialect) ?? parser.configure({ dialect });
  parsers.set(dialect, made);
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
    into.slots.push(...proseSlots(text, node.from, node.to));
  },
};
