declare module 'spdx-expression-parse' {
  export type Expression =
    | { readonly license: string; readonly plus?: true; readonly exception?: string }
    | { readonly left: Expression; readonly conjunction: 'and' | 'or'; readonly right: Expression };
  /** Throws where the text is no SPDX expression. */
  export default function parse(source: string): Expression;
}
declare module 'spdx-satisfies' {
  /** Whether the expression can be met with the given licences, each a single one. Throws where one is no SPDX licence. */
  export default function satisfies(expression: string, approved: readonly string[]): boolean;
}
