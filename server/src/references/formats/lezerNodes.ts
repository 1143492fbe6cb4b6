/** What nodes of a syntax tree are: their parts, the names of what is called, literals with holes, comments. */
import type { SyntaxNode } from '@lezer/common';
import type { Literal } from './literal.ts';

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) out.push(child);
  return out;
}

export const isPunctuation = (node: SyntaxNode) => /^[^A-Za-z⚠]/.test(node.name);

/** `a.b().c` → `a.b.c`; the last parts count. */
export function calleeOf(call: SyntaxNode, text: string): string {
  const parts: string[] = [];
  let node: SyntaxNode | null = call;
  while (node && parts.length < 6) {
    switch (node.name) {
      case 'Decorator': {
        // `@click.option(…)`: the names one after the other.
        for (let child = node.firstChild; child; child = child.nextSibling)
          if (child.name === 'VariableName' || child.name === 'PropertyName')
            parts.unshift(text.slice(child.from, child.to));
        break;
      }
      case 'NewExpression':
        node = node.getChild('new')?.nextSibling ?? null;
        continue;
      case 'CallExpression':
      case 'InstantiationExpression':
      case 'PostfixExpression':
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
        node =
          node.name === 'ParenthesizedExpression' || node.name === 'AwaitExpression'
            ? (node.firstChild?.nextSibling ?? null)
            : node.firstChild;
        continue;
      case 'MemberExpression': {
        const last: SyntaxNode | null = node.lastChild;
        if (last?.name === 'PropertyName') parts.push(text.slice(last.from, last.to));
        node = node.firstChild;
        continue;
      }
      case 'VariableName':
        parts.push(text.slice(node.from, node.to));
    }
    break;
  }
  return parts.reverse().join('.').slice(-200);
}

export function withHoles(literal: Literal, { before, after }: { before: boolean; after: boolean }): Literal {
  const { value, start, end } = literal;
  const offsets =
    literal.offsets ?? Array.from({ length: value.length + 1 }, (_, i) => (i === value.length ? end : start + i));
  const first = offsets[0] ?? start;
  return {
    value: `${before ? '\0' : ''}${value}${after ? '\0' : ''}`,
    start,
    end,
    offsets: [...(before ? [first] : []), ...offsets, ...(after ? [end] : [])],
  };
}

export function comment(node: SyntaxNode, text: string): { span: { start: number; end: number }; text: string } {
  const source = text.slice(node.from, node.to);
  const marker = /^(?:#|\/\/|\/\*|<!--)/.exec(source)?.[0].length ?? 0;
  const closing = source.startsWith('/*') && source.endsWith('*/') && source.length > 3 ? -2 : undefined;
  return { span: { start: node.from, end: node.to }, text: source.slice(marker, closing) };
}
