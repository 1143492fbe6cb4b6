/** Whether a licence meets an SPDX expression, by the SPDX libraries. */
import parse, { type Expression } from 'spdx-expression-parse';
import satisfies from 'spdx-satisfies';

/** The expression's tree, or undefined where the text is none. */
export function parseExpression(text: string): Expression | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function meets(license: string, wanted: Expression): boolean {
  if ('conjunction' in wanted) {
    const left = meets(license, wanted.left);
    const right = meets(license, wanted.right);
    return wanted.conjunction === 'or' ? left || right : left && right;
  }
  const name = `${wanted.license}${wanted.plus ? '+' : ''}${wanted.exception ? ` WITH ${wanted.exception}` : ''}`;
  return satisfies(license, [name]);
}

/**
 * `license`: an SPDX id or expression; `expression`: what a policy lists, "MIT OR Apache-2.0". A dual licence meets it by either
 * side. False where one of them is no SPDX.
 */
export function satisfiesExpression(license: string, expression: string): boolean {
  const wanted = parseExpression(expression);
  return wanted !== undefined && parseExpression(license) !== undefined && meets(license, wanted);
}

/** The licences one may choose between: each side of `MIT OR Apache-2.0`, else the one. Empty where the text is no SPDX. */
export function choicesIn(license: string): readonly string[] {
  const expression = parseExpression(license);
  if (!expression) return [];
  return 'conjunction' in expression && expression.conjunction === 'or' ? license.split(/\sOR\s/) : [license];
}
