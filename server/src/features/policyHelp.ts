/** Completion and hover in the policy file, from its own schema, for editors that have nothing else that reads it. */
import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import schema from '../../schema/modelterms.schema.json';
import { ITEM, type PolicyPath, policyPlace } from './policyPath.ts';

/** What of JSON Schema the file's schema uses. */
interface Node {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly propertyNames?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly $ref?: string;
}

const ROOT = schema as Node;
const DEFINITIONS = schema.$defs as Readonly<Record<string, Node>>;

/** What may be written at a place. */
export function policyCompletions(document: TextDocument, { character, line }: Position): CompletionItem[] {
  const lines = document.getText().split(/\r?\n/);
  const place = policyPlace(lines, line, character);
  const node = place && nodeAt(place.path);
  if (!place || !node) return [];
  const range = { start: { line, character: place.start }, end: { line, character: Math.max(place.end, character) } };
  const offer = (label: string, kind: CompletionItemKind, text: string, about?: Node): CompletionItem => ({
    label,
    kind,
    ...(about?.description === undefined ? {} : { documentation: about.description }),
    textEdit: { range, newText: text },
  });
  // an entry of a list may be a mapping, whose first key stands right behind the dash
  if (place.isValue && !(node.properties && place.path.at(-1) === ITEM)) {
    return valuesOf(node).map((value) => offer(value, CompletionItemKind.Value, value));
  }
  const isWritten = lines[line]?.startsWith(':', range.end.character);
  return keysOf(node)
    .filter(([key]) => !place.siblings.has(key))
    .map(([key, about]) => offer(key, CompletionItemKind.Property, isWritten ? key : `${key}: `, about));
}

/** What the schema says of the key at a place. */
export function policyHover(document: TextDocument, { character, line }: Position): Hover | null {
  const place = policyPlace(document.getText().split(/\r?\n/), line, character);
  if (!place || place.isValue) return null;
  const range = { start: { line, character: place.start }, end: { line, character: place.end } };
  const key = document.getText(range);
  const description = key === '' ? undefined : nodeAt([...place.path, key])?.description;
  return description === undefined ? null : { range, contents: { kind: MarkupKind.PlainText, value: description } };
}

const resolved = (node: Node | undefined): Node | undefined =>
  node?.$ref === undefined ? node : DEFINITIONS[node.$ref.replace('#/$defs/', '')];

function nodeAt(path: PolicyPath): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    if (step === ITEM) return resolved(node?.items);
    const others = typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined;
    return resolved(Object.hasOwn(node?.properties ?? {}, step) ? node?.properties?.[step] : others);
  }, ROOT);
}

function keysOf({ properties, propertyNames }: Node): (readonly [string, Node | undefined])[] {
  if (properties) return Object.entries(properties).map(([key, node]) => [key, resolved(node)]);
  return (resolved(propertyNames)?.enum ?? []).map((key) => [key, undefined]);
}

function valuesOf({ enum: values, examples, type }: Node): readonly string[] {
  if (values) return values;
  if (type === 'boolean' || (Array.isArray(type) && type.includes('boolean'))) return ['true', 'false'];
  return (examples ?? []).map(String);
}
