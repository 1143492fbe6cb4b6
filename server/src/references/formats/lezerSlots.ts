/**
 * From a syntax tree of Python or JavaScript to slots. The two grammars name their nodes differently, but say the same
 * things: names stand before `=` and `:`, calls hold lists of arguments.
 */
import type { Parser, PartialParse, SyntaxNode, Tree } from '@lezer/common';
import { readKey } from '../tables/keys.ts';
import { takesNameFirst } from '../tables/sourceCalls.ts';
import { calleeOf, childrenOf, comment, isPunctuation, withHoles } from './lezerNodes.ts';
import type { Literal } from './literal.ts';
import { answeredBy, Place, type SlotCollector, tellsRunner } from './sourcePlace.ts';

/** What differs between the languages. */
export interface Grammar {
  /** Decodes the literal at a node; undefined for what is no text (bytes). */
  literal(node: SyntaxNode, text: string): Literal | undefined;
  /** Whether a string by itself is documentation. */
  isDocumentation(node: SyntaxNode): boolean;
  /** Documentation, and text between tags: slots of running text. */
  prose(node: SyntaxNode, text: string, into: SlotCollector): void;
}

const names = new Set([
  'VariableDefinition',
  'VariableName',
  'PropertyName',
  'PropertyDefinition',
  'PrivatePropertyDefinition',
  'PrivatePropertyName',
  'TypeDefinition',
  'JSXIdentifier',
  'MemberExpression',
]);
const strings = new Set(['String', 'TemplateString', 'FormatString', 'ContinuedString', 'JSXAttributeValue']);
/** Types and module names say nothing of models. */
const skipped = new Set([
  'TypeAnnotation',
  'TypeDef',
  'TypeArgList',
  'ImportDeclaration',
  'DynamicImport',
  'ImportStatement',
  'RegExp',
  'JSXCloseTag',
]);
const functions = new Set([
  'FunctionDefinition',
  'FunctionDeclaration',
  'FunctionExpression',
  'MethodDeclaration',
  'ArrowFunction',
  'LambdaExpression',
]);
const collections = new Set(['ObjectExpression', 'DictionaryExpression']);
const lists = new Set(['ArrayExpression', 'TupleExpression', 'SetExpression']);

interface Work {
  readonly node: SyntaxNode;
  readonly place: Place;
  /** The sides on which another operand of `+` stands. */
  readonly holed?: { readonly before: boolean; readonly after: boolean };
  /** The variable or field that is assigned this, and nothing else of it. */
  readonly defines?: string;
}

/** A longer text is read by its strings alone, which takes less time. */
const maximumTree = 768 * 1024;
/** Real source takes fewer than a hundred; the parser's search for a way on grows with the length of what is broken. */
const maximumRepairs = 500;

/** The tree of a text, or undefined where it is too long or too broken to parse in good time. */
export function parseTree(parser: Parser, text: string): Tree | undefined {
  if (text.length > maximumTree) return undefined;
  const parse: PartialParse & { readonly recovering?: number } = parser.startParse(text);
  for (let repairs = 0; repairs < maximumRepairs; ) {
    const tree = parse.advance();
    if (tree) return tree;
    if (parse.recovering) repairs++;
  }
  return undefined;
}

/** Walks the tree without recursion, in order of place. */
export function readTree(tree: Tree, text: string, grammar: Grammar, into: SlotCollector): void {
  const root = new Place(undefined, undefined);
  const work: Work[] = [{ node: tree.topNode, place: root }];
  for (let next = work.pop(); next; next = work.pop()) {
    const children = visit(next);
    if (children) for (let i = children.length - 1; i >= 0; i--) work.push(children[i] as Work);
  }

  function visit(one: Work): Work[] | undefined {
    const { node, place } = one;
    const { name } = node;
    if (strings.has(name)) return readString(one);
    if (skipped.has(name)) return undefined;
    switch (name) {
      case 'LineComment':
      case 'BlockComment':
      case 'Comment':
        into.comments.push(comment(node, text));
        return undefined;
      case 'VariableName':
        into.use(text.slice(node.from, node.to), place);
        return undefined;
      case 'MemberExpression': {
        const field = ownField.exec(text.slice(node.from, Math.min(node.to, node.from + 100)))?.[1];
        if (field === undefined) break;
        into.use(field, place);
        return undefined;
      }
      case 'JSXText':
        grammar.prose(node, text, into);
        return undefined;
      case 'CallExpression':
      case 'NewExpression':
        return readCall(node, place);
      case 'Decorator':
        return node.getChild('ArgList') ? readCall(node, root) : undefined;
      case 'ArgList':
        return readArguments(node, place);
      case 'ExportDeclaration':
        // `export … from "module"`
        return childrenOf(node)
          .filter((child) => child.name !== 'String')
          .map((child) => ({ node: child, place: root }));
      case 'ExpressionStatement': {
        const only = node.firstChild;
        if (only && grammar.isDocumentation(only)) {
          grammar.prose(only, text, into);
          return undefined;
        }
        break;
      }
      case 'BinaryExpression':
        return readBinary(node, place);
      case 'ReturnStatement': {
        const answer = answerOf(node);
        return childrenOf(node).map((child) => ({ node: child, place: answer }));
      }
    }
    if (lists.has(name)) return readList(node, place);
    if (functions.has(name)) return readFunction(node);
    return readNamed(node, place);
  }

  function readString({ node, place, holed, defines }: Work): Work[] | undefined {
    const literal = grammar.literal(node, text);
    if (literal) {
      into.string(holed ? withHoles(literal, holed) : literal, place);
      if (defines !== undefined && !holed) into.define(defines);
    }
    // Strings inside of interpolations stand on their own.
    return childrenOf(node)
      .filter((child) => child.name === 'Interpolation' || child.name === 'FormatReplacement')
      .map((child) => ({ node: child, place: root }));
  }

  function readCall(node: SyntaxNode, place: Place): Work[] {
    const callee = calleeOf(node, text);
    // A template's tag: its text is in some language of its own.
    return childrenOf(node).map((child) => {
      if (child.name !== 'ArgList') return { node: child, place: root };
      const call = new Place(place, undefined, callee);
      if (takesNameFirst(callee)) call.named = firstName(child);
      return { node: child, place: call };
    });
  }

  /** The name a call begins with; of several spellings of an option the long one. */
  function firstName(list: SyntaxNode): string | undefined {
    let name: string | undefined;
    for (let child = list.firstChild?.nextSibling; child; child = child.nextSibling) {
      if (child.name === ',') continue;
      const written = strings.has(child.name) ? grammar.literal(child, text)?.value : undefined;
      // `-m, --model <id>`
      const value = written === undefined ? undefined : (optionWithUsage.exec(written)?.[1] ?? written);
      if (value === undefined || !nameLike.test(value)) break;
      if (name === undefined || (name.startsWith('-') && value.startsWith('--'))) name = value;
      if (!name.startsWith('-')) break;
    }
    return name;
  }

  function readArguments(node: SyntaxNode, call: Place): Work[] {
    const out: Work[] = [];
    let position = 0;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const next = child.nextSibling;
      if (isPunctuation(child)) {
        if (child.name === ',') position++;
      } else if (child.name === 'VariableName' && next?.name === 'AssignOp' && next.nextSibling) {
        const name = text.slice(child.from, child.to);
        child = next.nextSibling;
        noteRunner(child, name, call);
        out.push({ node: child, place: new Place(call, name) });
      } else {
        noteRunner(child, `@${position}`, call);
        out.push({ node: child, place: new Place(call, call.callee === undefined ? undefined : position) });
      }
    }
    return out;
  }

  /** `OpenAIModel("x", provider=OllamaProvider())`, `ask(ollama_client, "x")` */
  function noteRunner(node: SyntaxNode, key: string, call: Place): void {
    const name =
      node.name === 'CallExpression' || node.name === 'NewExpression' ? calleeOf(node, text) : (nameOf(node) ?? '');
    if (!strings.has(node.name) && tellsRunner(name)) call.note(key, name);
  }

  function readList(node: SyntaxNode, place: Place): Work[] {
    const children = childrenOf(node).filter((child) => !isPunctuation(child));
    const own = collectionAt(place);
    // `a ? ["x"] : []`: two lists in one place.
    const list = own.items ? new Place(own, undefined) : own;
    list.items = children
      .slice(0, 200)
      .map((child) => (strings.has(child.name) ? (grammar.literal(child, text)?.value ?? '') : ''));
    return children.map((child, i) => ({ node: child, place: new Place(list, i) }));
  }

  function readFunction(node: SyntaxNode): Work[] {
    const name = childrenOf(node).find((child) => names.has(child.name));
    const own = new Place(root, name ? text.slice(name.from, name.to) : undefined);
    // `() => "x"` answers without saying so.
    const answer = node.name === 'ArrowFunction' ? node.lastChild : null;
    return childrenOf(node).map((child) => {
      const answers = answer && child.from === answer.from && child.name !== 'Block';
      return { node: child, place: child.name === 'ParamList' ? own : answers ? answerOf(child) : root };
    });
  }

  /** The place of what a function answers, which is called after the function where that tells what it is. */
  function answerOf(node: SyntaxNode): Place {
    let within = node.parent;
    while (within && !functions.has(within.name)) within = within.parent;
    if (!within) return root;
    const own = childrenOf(within).find((child) => names.has(child.name));
    // `const modelId = () => …`, `{ modelId: () => … }`
    const before = within.prevSibling?.prevSibling;
    const name = own ?? (before && names.has(before.name) ? before : undefined);
    const called = name && nameOf(name);
    const answered = called === undefined ? undefined : answeredBy(called);
    return answered === undefined ? root : new Place(root, answered);
  }

  /** `a + b` has a hole where the other operand stands; `model === "x"` gives a name to what is compared. */
  function readBinary(node: SyntaxNode, place: Place): Work[] {
    const [left, operator, right] = childrenOf(node);
    if (!left || !operator) return [];
    if (right && operator.name === 'CompareOp') {
      const compared = (one: SyntaxNode, other: SyntaxNode): Work => {
        const name = strings.has(one.name) && names.has(other.name) ? nameOf(other) : undefined;
        return { node: one, place: name === undefined ? root : new Place(root, name) };
      };
      return [compared(left, right), compared(right, left)];
    }
    const joins = operator.name === 'ArithOp' && text[operator.from] === '+';
    const passes =
      operator.name === 'LogicOp' || operator.name === 'or' || operator.name === 'as' || operator.name === 'satisfies';
    let to = joins || passes ? place : root;
    // `process.env.MODEL_ID ?? "x"` where what it is assigned to says nothing.
    const named = passes && right && strings.has(right.name) ? (nameOf(left) ?? environmentVariable(left)) : undefined;
    const says = typeof place.key === 'string' && readKey(place.key).sense === 'model';
    if (named !== undefined && !says && readKey(named).sense === 'model') to = new Place(root, named);
    const out: Work[] = [{ node: left, place: to, ...(joins ? { holed: { before: false, after: true } } : {}) }];
    if (right) out.push({ node: right, place: to, ...(joins ? { holed: { before: true, after: false } } : {}) });
    return out;
  }

  /** The variable that is read last, of `process.env.A ?? process.env.B` and `os.environ.get("C")`. */
  function environmentVariable(node: SyntaxNode): string | undefined {
    if (node.name === 'BinaryExpression') return node.lastChild ? nameOf(node.lastChild) : undefined;
    const call = node.name === 'CallExpression' && takesNameFirst(calleeOf(node, text)) && node.getChild('ArgList');
    return call ? firstName(call) : undefined;
  }

  /** Everything else: names before `=` and `:` name what follows, up to the next comma. */
  function readNamed(node: SyntaxNode, place: Place): Work[] {
    let inner = collections.has(node.name) ? collectionAt(place) : place;
    const children = childrenOf(node);
    const out: Work[] = [];
    const pairs = node.name === 'Property' || node.name === 'DictionaryExpression';
    const loops = node.name === 'ForStatement' || node.name === 'ForOfSpec';
    const assigns =
      node.name === 'AssignStatement' || node.name === 'VariableDeclaration' || node.name === 'PropertyDeclaration';
    let pending: string | undefined;
    let before: SyntaxNode | undefined;
    // `model, tokenizer = …`: each of several values has the name at its place, one value that of the model.
    let targets: string[] = [];
    let values: string[] | undefined;
    for (let i = 0; i < children.length; i++) {
      const child = children[i] as SyntaxNode;
      const sign = child.name;
      if (
        sign === 'Equals' ||
        sign === 'AssignOp' ||
        (pairs && sign === ':') ||
        (loops && (sign === 'in' || sign === 'of'))
      ) {
        pending = before && nameOf(before);
        if (sign === 'AssignOp' && targets.length > 0) {
          targets.push(pending ?? '');
          const several = children.slice(i).some(({ name }) => name === ',');
          pending = (several ? undefined : targets.find(saysModel)) ?? targets[0];
          values = several ? targets : undefined;
          targets = [];
        }
        if (before && pairs && strings.has(before.name)) readKeyString(before, inner);
      } else if (sign === ',') {
        if (node.name !== 'AssignStatement') pending = undefined;
        else if (values) pending = values[values.indexOf(pending as string) + 1] ?? pending;
        else if (before && pending === undefined) targets.push(nameOf(before) ?? '');
      } else if (names.has(sign) || (strings.has(sign) && isKey(children[i + 1], pairs))) {
        const follows = children[i + 1];
        const isName =
          follows &&
          (follows.name === 'Equals' ||
            follows.name === 'AssignOp' ||
            follows.name === 'TypeAnnotation' ||
            follows.name === 'TypeDef' ||
            isKey(follows, pairs));
        if (!isName) out.push(placed(child));
        if (node.name === 'ClassDefinition' || node.name === 'ClassDeclaration' || node.name === 'EnumDeclaration') {
          // A class of data says so in its own name or in that of its base.
          const bases = children[i + 1]?.name === 'ArgList' ? children[i + 1] : undefined;
          const ofData = bases && /dataset/i.test(text.slice(bases.from, Math.min(bases.to, bases.from + 200)));
          inner = new Place(
            inner,
            `${text.slice(child.from, Math.min(child.to, child.from + 100))}${ofData ? '_dataset' : ''}`,
          );
        } else if (node.name === 'TypeAliasDeclaration') pending = nameOf(child);
        else if ((node.name === 'JSXOpenTag' || node.name === 'JSXSelfClosingTag') && sign === 'JSXIdentifier') {
          inner = new Place(inner, text.slice(child.from, child.to));
        }
      } else if (!isPunctuation(child)) out.push(placed(child));
      if (sign !== 'TypeAnnotation' && sign !== 'TypeDef') before = child;
    }
    return out;

    function placed(child: SyntaxNode): Work {
      const here = pending === undefined ? inner : new Place(inner, pending);
      const defines = assigns && pending !== undefined && strings.has(child.name);
      return { node: child, place: here, ...(defines ? { defines: pending as string } : {}) };
    }
  }

  function readKeyString(node: SyntaxNode, place: Place): void {
    const literal = grammar.literal(node, text);
    if (literal && !literal.value.includes('\0'))
      into.string(literal, new Place(place, literal.value.slice(0, 200)), true);
  }

  /** The name before `=` or `:`: an identifier, a field of something, a quoted key. */
  function nameOf(node: SyntaxNode): string | undefined {
    if (strings.has(node.name)) return grammar.literal(node, text)?.value.slice(0, 200);
    if (node.name === 'MemberExpression') {
      const last = node.lastChild;
      if (last?.name === 'PropertyName') return field(node, text.slice(last.from, last.to));
      const key = last?.prevSibling;
      return key && strings.has(key.name) ? grammar.literal(key, text)?.value.slice(0, 200) : undefined;
    }
    // `const [model, setModel] = …`
    if (node.name === 'ArrayPattern') {
      const first = node.getChild('VariableDefinition');
      return first ? text.slice(first.from, first.to) : undefined;
    }
    return names.has(node.name) ? text.slice(node.from, node.to).replace(/^#/, '').slice(0, 200) : undefined;
  }

  /** `cfg.model.name`: a field that says little by itself is called after what it is a field of. */
  function field(node: SyntaxNode, own: string): string {
    const object = node.firstChild;
    const owner = object && (object.name === 'VariableName' || object.name === 'MemberExpression') ? object : undefined;
    const called = owner && readKey(own).sense === 'weak' ? nameOf(owner) : undefined;
    return called !== undefined && readKey(called).sense === 'model' ? `${called}_${own}` : own;
  }
}

const saysModel = (name: string): boolean => {
  const { sense, role } = readKey(name);
  return sense === 'model' && role !== 'tokenizer';
};

/** A collection that is assigned to nothing has a place of its own, so that its parts are beside each other only. */
function collectionAt(place: Place): Place {
  return place.key === undefined && place.callee === undefined ? new Place(place, undefined) : place;
}

function isKey(follows: SyntaxNode | undefined, pairs: boolean): boolean {
  return pairs && follows?.name === ':';
}

const nameLike = /^-{0,2}[A-Za-z_][\w.-]{0,80}(?: [\w-]{1,20}){0,2}$/;

const optionWithUsage = /^(?:-\w, ?)?(--[a-z][\w-]{0,60})(?: ?[<[=].{0,60})?$/i;

/** A field of the object itself. */
const ownField = /^(?:self|cls|this)\.(\w+)$/;
