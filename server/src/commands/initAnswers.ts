/** What `modelterms init` is told of a project, by flags or by answers: text → facts of the policy file. */
import type { OpennessClass } from '@modelterms/licenses-db';
import { readCount, readMoney } from '../figures.ts';
import { t } from '../l10n.ts';
import { policyTemplate, readPolicy } from '../terms/policy/index.ts';
import type { UsageProfile } from '../terms/types.ts';
import { UsageError } from './io.ts';

export interface Answers {
  readonly usage: UsageProfile;
  readonly minimumOpenness?: OpennessClass;
}

/** Facts that are answered in words. */
export type WordedFact = 'monthlyActiveUsers' | 'annualRevenue' | 'regions' | 'fields';
/** Facts that are so or not. */
export const PLAIN_FACTS = ['commercial', 'distributes', 'fineTunes', 'trainsOnOutputs', 'hosts'] as const;

/** As commander hands the options over; what was not given is absent. */
export type InitFlags = Readonly<
  Partial<Record<WordedFact, string> & Record<(typeof PLAIN_FACTS)[number], boolean>>
> & {
  readonly minimumOpenness?: OpennessClass;
};

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

const FACTS: { readonly [Fact in WordedFact]: (text: string) => UsageProfile[Fact] } = {
  // what could be read in two ways is no number, which the policy file's reader then refuses
  monthlyActiveUsers: (text) => readCount(text) ?? Number.NaN,
  annualRevenue: (text) => readMoney(text) ?? { amount: Number.NaN, currency: '' },
  regions: (text) => words(text).map((region) => region.toUpperCase()),
  fields: (text) => words(text).map((field) => field.toLowerCase()),
};

export type Fact<Name extends WordedFact = WordedFact> = Pick<UsageProfile, Name>;

/** The fact that the text tells, or in words what is wrong with it: what the policy file's own reader would say. */
export function factFrom(name: WordedFact, text: string): Fact | string {
  const fact = { [name]: FACTS[name](text) } as Fact;
  const { problems } = readPolicy(policyTemplate(fact));
  return problems[0]?.message ?? fact;
}

/** Throws a UsageError that names the flag where one cannot be read. */
export function statedBy(flags: InitFlags): Answers {
  const usage: Record<string, unknown> = {};
  for (const name of PLAIN_FACTS) if (flags[name] !== undefined) usage[name] = flags[name];
  for (const name of Object.keys(FACTS) as WordedFact[]) {
    const text = flags[name];
    if (text === undefined) continue;
    const fact = factFrom(name, text);
    if (typeof fact === 'string') throw new UsageError(t('{0}: {1}', FLAGS[name], fact));
    Object.assign(usage, fact);
  }
  const { minimumOpenness } = flags;
  return { usage, ...(minimumOpenness === undefined ? {} : { minimumOpenness }) };
}

/** The flags' names, for messages. */
const FLAGS: Readonly<Record<WordedFact, string>> = {
  monthlyActiveUsers: '--monthly-active-users',
  annualRevenue: '--annual-revenue',
  regions: '--regions',
  fields: '--fields',
};
