/** The text of a `.modelterms.yaml` → the policy it states, and what in it cannot be used. */
import { CLAUSE_TYPES, OPENNESS_CLASSES } from '@modelterms/licenses-db';
import { type Node, parseDocument } from 'yaml';
import { t } from '../../l10n.ts';
import type { UserModel } from '../../models/types.ts';
import { yamlTooDeep } from '../../references/formats/yaml.ts';
import type { Span } from '../../references/types.ts';
import { parseExpression } from '../spdx.ts';
import {
  CROSS_RULES,
  EMPTY_POLICY,
  type Policy,
  type PolicyException,
  type RuleId,
  type RuleLevel,
  type UsageProfile,
} from '../types.ts';
import { type PolicyProblem, Walker } from './nodes.ts';

export const RULE_IDS: readonly RuleId[] = [...CLAUSE_TYPES, ...CROSS_RULES];
export const RULE_LEVELS: readonly RuleLevel[] = ['error', 'warning', 'information', 'hint', 'off'];

export const KEYS = {
  top: ['usage', 'policy', 'exceptions', 'models', 'ignore'],
  usage: [
    'commercial',
    'monthlyActiveUsers',
    'annualRevenue',
    'regions',
    'distributes',
    'fineTunes',
    'trainsOnOutputs',
    'hosts',
    'fields',
  ],
  annualRevenue: ['amount', 'currency'],
  policy: ['minimumOpenness', 'allow', 'deny', 'severity'],
  exception: ['model', 'rules', 'reason', 'expires', 'approvedBy'],
  model: ['id', 'license', 'base'],
} as const;

/** No policy is longer; what is, is not read. In UTF-16 units. */
const LONGEST = 512 * 1024;

export interface PolicyReading {
  /** What could be read; what is in error is left out, never guessed. */
  readonly policy: Policy;
  /** No error stands in it. While one does, whoever has an earlier reading does well to keep to that. */
  readonly usable: boolean;
  /** In order of place. */
  readonly problems: readonly PolicyProblem[];
}

const refused = (text: string, message: string): PolicyReading => ({
  policy: EMPTY_POLICY,
  usable: false,
  problems: [{ span: { start: 0, end: Math.min(1, text.length) }, message, severity: 'error' }],
});

/** Never throws. An empty text is an empty policy. */
export function readPolicy(text: string): PolicyReading {
  if (text.length > LONGEST) return refused(text, t('This file is too long to be a policy'));
  if (yamlTooDeep(text)) return refused(text, t('This file is nested too deeply'));
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', version: '1.2' });
  const walker = new Walker(document);
  for (const { message, pos } of document.errors) walker.tell({ start: pos[0], end: pos[1] }, message);
  const policy = readTop(walker, document.contents, { start: 0, end: Math.min(1, text.length) });
  const problems = walker.problems.sort((a, b) => a.span.start - b.span.start);
  return { policy, usable: problems.every(({ severity }) => severity !== 'error'), problems };
}

function readTop(walker: Walker, contents: Node | null, at: Span): Policy {
  let policy: Policy = EMPTY_POLICY;
  for (const { key, value, keySpan } of walker.entries(contents, at, KEYS.top)) {
    if (key === 'usage') policy = { ...policy, usage: readUsage(walker, value, keySpan) };
    else if (key === 'policy') policy = { ...policy, ...readRules(walker, value, keySpan) };
    else if (key === 'exceptions') {
      policy = {
        ...policy,
        exceptions: walker.each(value, keySpan, (item, span) => readException(walker, item, span)),
      };
    } else if (key === 'models') {
      policy = { ...policy, models: walker.each(value, keySpan, (item, span) => readModel(walker, item, span)) };
    } else policy = { ...policy, ignore: texts(walker, value, keySpan) };
  }
  return policy;
}

const texts = (walker: Walker, node: Node | null, at: Span): readonly string[] =>
  walker.each(node, at, (item, span) => walker.text(item, span));

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function readUsage(walker: Walker, node: Node | null, at: Span): UsageProfile {
  const usage: Writable<UsageProfile> = {};
  for (const { key, value, keySpan } of walker.entries(node, at, KEYS.usage)) {
    switch (key as keyof UsageProfile) {
      case 'monthlyActiveUsers':
        usage.monthlyActiveUsers = walker.count(value, keySpan);
        break;
      case 'annualRevenue':
        usage.annualRevenue = readRevenue(walker, value, keySpan);
        break;
      case 'regions':
        usage.regions = walker.each(value, keySpan, (item, span) => readRegion(walker, item, span));
        break;
      case 'fields':
        usage.fields = texts(walker, value, keySpan);
        break;
      default:
        usage[key as 'commercial' | 'distributes' | 'fineTunes' | 'trainsOnOutputs' | 'hosts'] = walker.boolean(
          value,
          keySpan,
        );
    }
  }
  return Object.fromEntries(Object.entries(usage).filter(([, fact]) => fact !== undefined));
}

function readRevenue(walker: Walker, node: Node | null, at: Span): UsageProfile['annualRevenue'] {
  let amount: number | undefined;
  let currency: string | undefined;
  const before = walker.problems.length;
  for (const { key, value, keySpan } of walker.entries(node, at, KEYS.annualRevenue)) {
    if (key === 'amount') amount = walker.count(value, keySpan);
    else currency = walker.text(value, keySpan)?.toUpperCase();
  }
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    return walker.tell(walker.span(node, at), t('Expected a currency by its three letters, as in ISO 4217: EUR'));
  }
  if (amount !== undefined && currency !== undefined) return { amount, currency };
  // whatever is wrong with the parts has been told
  if (walker.problems.length > before) return undefined;
  return walker.tell(walker.span(node, at), t('Expected both amount and currency'));
}

function readRegion(walker: Walker, node: Node, at: Span): string | undefined {
  const region = walker.text(node, at)?.toUpperCase();
  if (region === undefined) return undefined;
  if (region === 'UK') return walker.tell(at, t('The United Kingdom is GB'));
  return /^[A-Z]{2}$/.test(region)
    ? region
    : walker.tell(at, t('Expected a country by its two letters, as in ISO 3166, or EU'));
}

function readRules(walker: Walker, node: Node | null, at: Span): Partial<Policy> {
  let rules: Partial<Policy> = {};
  for (const { key, value, keySpan } of walker.entries(node, at, KEYS.policy)) {
    if (key === 'minimumOpenness') {
      const minimumOpenness = walker.oneOf(value, keySpan, OPENNESS_CLASSES);
      if (minimumOpenness) rules = { ...rules, minimumOpenness };
    } else if (key === 'severity') {
      rules = { ...rules, severity: readSeverity(walker, value, keySpan) };
    } else {
      const entries = walker.each(value, keySpan, (item, span) => readEntry(walker, item, span));
      rules = { ...rules, [key]: entries };
    }
  }
  return rules;
}

/** An entry of `allow` or `deny`. Anything may be an id or a publisher; only what means to be an expression can be wrong. */
function readEntry(walker: Walker, node: Node, at: Span): string | undefined {
  const entry = walker.text(node, at);
  if (entry !== undefined && /\s(and|or|with)\s/i.test(entry) && !parseExpression(entry)) {
    walker.tell(at, t('This is no SPDX expression: ids and AND, OR, WITH are written in their exact case'), 'warning');
  }
  return entry;
}

function readSeverity(walker: Walker, node: Node | null, at: Span): Policy['severity'] {
  return Object.fromEntries(
    walker.entries(node, at, RULE_IDS).flatMap(({ key, value, keySpan }) => {
      const level = walker.oneOf(value, keySpan, RULE_LEVELS);
      return level ? [[key, level]] : [];
    }),
  );
}

function readException(walker: Walker, node: Node, at: Span): PolicyException | undefined {
  const read: Writable<Partial<PolicyException>> = {};
  const before = walker.problems.length;
  const entries = walker.entries(node, at, KEYS.exception);
  for (const { key, value, keySpan } of entries) {
    if (key === 'rules') {
      read.rules = walker.each(value, keySpan, (item, span) => walker.oneOf(item, span, RULE_IDS));
    } else if (key === 'expires') read.expires = walker.date(value, keySpan);
    else read[key as 'model' | 'reason' | 'approvedBy'] = walker.text(value, keySpan);
  }
  const { model, reason, ...rest } = read;
  const missing = (['model', 'reason'] as const).filter((key) => !entries.some((entry) => entry.key === key));
  const [first] = entries;
  const place = first ? { start: first.keySpan.start, end: walker.span(first.value, first.keySpan).end } : at;
  for (const key of missing) walker.tell(place, t('An exception needs a {0}', key));
  // an exception half read could excuse more than was meant
  if (model === undefined || reason === undefined || walker.problems.length > before) return undefined;
  return { model, reason, ...rest, span: place };
}

function readModel(walker: Walker, node: Node, at: Span): UserModel | undefined {
  const read: Writable<Partial<UserModel>> = {};
  const before = walker.problems.length;
  for (const { key, value, keySpan } of walker.entries(node, at, KEYS.model)) {
    read[key as keyof UserModel] = walker.text(value, keySpan);
  }
  const { id, license, base } = read;
  if (id === undefined || license === undefined) {
    if (walker.problems.length === before) walker.tell(at, t('A model needs an id and a license'));
    return undefined;
  }
  return { id, license, ...(base === undefined ? {} : { base }) };
}
