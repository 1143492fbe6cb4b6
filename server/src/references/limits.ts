/** How much of a document is read. Beyond these the reader stops and says so in `notice`. */

/** Documents over this many UTF-16 units (5 MiB) are not read. */
export const maximumLength = 5 * 1024 * 1024;

/** Nesting deeper than this is not parsed: the YAML library can abort the whole process on deep nesting. */
export const maximumDepth = 200;

/** No model has a name as long as this; longer strings are never references. */
export const maximumReference = 200;

/** Documents within documents (JSON in a shell word in YAML) are followed this far. */
export const maximumEmbedding = 4;

export const notices = {
  tooLarge: 'over the size limit (5 MiB)',
  tooDeep: 'nested too deeply (over 200 levels)',
  asText: 'too long or too deeply nested for its syntax; read as plain text',
};

/**
 * Whether brackets nest deeper than the limit, counting every `[` and `{` as if none stood in a string: too careful
 * rather than too bold, and linear. Ends of line do not close anything.
 */
export function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5b || c === 0x7b) {
      if (++depth > maximumDepth) return true;
    } else if ((c === 0x5d || c === 0x7d) && depth > 0) depth--;
  }
  return false;
}
