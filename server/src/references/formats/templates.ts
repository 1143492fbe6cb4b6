/**
 * Go and Jinja templates (`{{ … }}`, `{% … %}`) make a file invalid as YAML, TOML or JSON. They are blotted out with
 * as many characters that mean nothing to the parser, so that every offset stays; values are then read from the
 * original text.
 */

/** Stands for a character of a template inside a value. */
export const blot = '\ue000';
/** Follows the `#` where a whole line was template, to tell it from a true comment. */
export const blotComment = '\ue001';

const closers: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}' };

/** `text` with templates blotted out, of the same length; the very same string where there are none. */
export function maskTemplates(text: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  let masked = '';
  let copied = 0;
  for (let i = text.indexOf('{'); i >= 0; i = text.indexOf('{', i)) {
    const closer = closers[text.slice(i, i + 2)];
    const close = closer ? text.indexOf(closer, i + 2) : -1;
    // An unclosed template would swallow the rest; a blank line inside one is no template either.
    if (close < 0 || close - i > 2000) {
      i++;
      continue;
    }
    masked += text.slice(copied, i) + blot.repeat(close + 2 - i);
    copied = i = close + 2;
  }
  masked += text.slice(copied);
  // Behind a string that is closed a template is no part of it: `["a"{{ if .b }}, "c"{{ end }}]`.
  masked = masked.replace(/(?<=["'])\ue000+(?=[ \t]*[,\]\n])/g, (template) => ' '.repeat(template.length));
  // Nor before one that a list begins with: `[{{ range .a }}"b",{{ end }} "c"]`.
  masked = masked.replace(/(?<=[[,])\ue000+(?=[ \t]{0,8}["'])/g, (template) => ' '.repeat(template.length));
  return masked.replace(/^([ \t]*)(\ue000[\ue000 \t]*)$/gm, (_, blank: string, line: string) => {
    return `${blank}#${blotComment.repeat(line.length - 1)}`;
  });
}
