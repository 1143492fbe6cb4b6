/**
 * Fields whose default stands apart from their name: in an attribute before the field (clap, MicroProfile, .NET's
 * command lines), or in the tag behind it (Go).
 */
import { type Literal, partOf } from './literal.ts';

const farthest = 800;
const longestLine = 200;

const attribute = /^\s*(?:#\[|@|\[|\/\/|\/\*|\*|$)/;
const modifiers =
  /^(?:(?:pub(?:\([a-z]{1,8}\))?|private|protected|public|internal|final|static|readonly|required|override|var|val|let) )+/;
const nameBeforeType = /^(\w+)\s?:/;
const nameBehindType = /^[\w<>.?[\]]+ (\w+)\s?(?:[;={]|$)/;

/** The name of the field that an attribute is for whose string ends at `at`; undefined where none follows soon. */
export function fieldBehind(text: string, at: number): string | undefined {
  const [first = '', ...lines] = text.slice(at, at + farthest).split('\n');
  const rest = first.slice(Math.max(first.lastIndexOf(')'), first.lastIndexOf(']')) + 1);
  for (const line of [rest, ...lines]) {
    if (line.length > longestLine) return undefined;
    if (attribute.test(line)) continue;
    const declared = line.trim().replace(modifiers, '');
    return (nameBeforeType.exec(declared) ?? nameBehindType.exec(declared))?.[1];
  }
  return undefined;
}

const attributes: ReadonlySet<string> = new Set(
  'arg clap structopt configproperty option parameter param requestparam queryparam shelloption argument value config'.split(
    ' ',
  ),
);

/** Whether a call can be an attribute of a field, by its name. */
export const isAttribute = (callee: string): boolean =>
  attributes.has(callee.slice(callee.lastIndexOf('.') + 1).toLowerCase());

/** Names under which an attribute holds the value of a field that is not given. */
export const namesDefault = (key: string): boolean => /^default(?:_?values?)?(?:_t)?$/i.test(key);

const goDefault = /(?:^|\s)(?:default|envDefault|env-default|koanf-default):"([^"]{1,200})"/;

/** The default in the tag of a field of Go: `default:"x" json:"model"`. */
export function defaultInTag(tag: Literal): Literal | undefined {
  const match = goDefault.exec(tag.value);
  if (!match) return undefined;
  const from = match.index + match[0].length - 1 - (match[1] as string).length;
  return partOf(tag, from, from + (match[1] as string).length);
}
