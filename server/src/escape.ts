/**
 * The way out for text that comes from a document, a file name or the policy file: whatever a person sees of it, in a
 * card, a message or a report, goes through here, so that a model id can bring no link, markup or hidden character.
 */

/**
 * Characters that do not show as themselves: controls and line breaks, everything Unicode calls ignorable (zero width,
 * direction marks, fillers, tags, variation selectors), other formatting, private use, unpaired surrogates, and
 * spaces that are not the space bar's.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Most text, told without Unicode's tables: setting those up takes longer than all else that is done with the first text. */
const PLAIN = /^[ -~\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E]*$/;

const codePoint = (character: string): string => {
  const value = character.codePointAt(0) ?? 0;
  const hex = value.toString(16).toUpperCase();
  return value > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
};

/** As much of a text from outside as one line can bear. */
const LINE_LIMIT = 500;

/**
 * The text in one line with its hidden characters written as `\u202E`; cut after `limit` UTF-16 units, which an
 * ellipsis shows.
 */
export function visible(text: string, limit = LINE_LIMIT): string {
  const cut = text.length > limit ? text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '') : text;
  return (PLAIN.test(cut) ? cut : cut.replace(HIDDEN, codePoint)) + (cut.length < text.length ? '…' : '');
}

const MARKDOWN_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as Markdown that renders as exactly this text, in one line. */
export function markdown(text: string, limit = LINE_LIMIT): string {
  return (
    visible(text, limit)
      // what means something anywhere in a line, in CommonMark, GFM and VS Code's icons
      .replace(/[\\`*_[\]{}<>&|~^$@]/g, (character) => MARKDOWN_ESCAPES[character] ?? `\\${character}`)
      // what GFM would make a link of on its own
      .replace(/:\/\//g, '\\://')
      .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
      // what means something at the start of a line
      .replace(/^(\s*)([-+#=])/, '$1\\$2')
      .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
  );
}

/** Plain text as Markdown inline code. */
export function markdownCode(text: string, limit = LINE_LIMIT): string {
  const shown = visible(text, limit);
  if (shown.trim() === '') return markdown(shown, limit);
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const pad = runs.length > 0 || /^ | $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A Markdown link to a web address; just the text where the address is not one of the web's. */
export function markdownLink(text: string, address: string | undefined): string {
  const label = markdown(text);
  if (address === undefined || !URL.canParse(address)) return label;
  const url = new URL(address);
  if (url.protocol !== 'https:') return label;
  const target = url.href.replace(/[\s<>()[\]\\`|]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${label}](${target})`;
}

/** JSON that holds the exact strings and yet no hidden character: those stand as JSON's own escapes. */
export function jsonText(value: unknown): string {
  const units = (character: string) =>
    character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return JSON.stringify(value, null, 2).replace(HIDDEN, (character) =>
    character === '\n' ? character : units(character),
  );
}
