/** The facts of the profile as questions: what a client asks a person, and what the licence at hand has to do with it. */
import { FACT_TEXTS, type FactTexts } from '../factTexts.ts';
import { t } from '../l10n.ts';
import { FIELDS } from '../terms/fields.ts';
import type { ProfileFact, WeighedClause } from '../terms/types.ts';
import { list, money, number, regionName } from '../terms/words.ts';
import type { FactOption, FactQuestion } from './protocol.ts';

type Clauses = readonly WeighedClause[];
/** `limit`: a sentence on the figure that the licence names. */
type Added = Pick<FactQuestion, 'kind' | 'label' | 'example' | 'options'> & { readonly limit?: string };

/** What the licence at hand adds; `clauses`: those whose weighing hangs on the fact, none where nobody asks because of a licence. */
const QUESTIONS: Readonly<Record<ProfileFact, (clauses: Clauses) => Added>> = {
  commercial: () => ({ kind: 'yes-no', label: t('commercial use') }),
  monthlyActiveUsers(clauses) {
    const limit = leastUsers(clauses);
    if (limit === undefined) return { kind: 'count', label: t('monthly users') };
    return {
      kind: 'count',
      label: t('fewer than {0} monthly users?', number(limit)),
      limit: t('Weighed against the {0} that the licence names.', number(limit)),
    };
  },
  annualRevenue(clauses) {
    const limit = leastRevenue(clauses);
    if (!limit) return { kind: 'money', label: t('yearly revenue') };
    const amount = money(limit.amount, limit.currency);
    return {
      kind: 'money',
      label: t('less than {0} of revenue?', amount),
      limit: t('Weighed against the {0} that the licence names.', amount),
      example: `2000000 ${limit.currency}`,
    };
  },
  regions(clauses) {
    const named = clauses.flatMap(({ clause }) => (clause.type === 'territory-exclusion' ? clause.regions : []));
    const label = named.length > 0 ? t('used in: {0}?', list(named.map(regionName), 3)) : t('regions');
    return { kind: 'list', label };
  },
  distributes: () => ({ kind: 'yes-no', label: t('distribution') }),
  fineTunes: () => ({ kind: 'yes-no', label: t('fine-tuning') }),
  trainsOnOutputs: () => ({ kind: 'yes-no', label: t('training on outputs') }),
  hosts: () => ({ kind: 'yes-no', label: t('hosting') }),
  fields: (clauses) => ({ kind: 'list', label: t('fields of use'), options: fieldOptions(clauses) }),
};

function questionOf(fact: ProfileFact, clauses: Clauses): FactQuestion {
  const { example, help, question }: FactTexts = FACT_TEXTS[fact];
  const { limit, ...added } = QUESTIONS[fact](clauses);
  return {
    fact,
    question: question(),
    help: [help(), limit].filter(Boolean).join(' '),
    ...(example === undefined ? {} : { example }),
    ...added,
  };
}

/** In the order of `facts`, each once. `clauses`: of the reference at hand. */
export const questionsFor = (facts: Iterable<ProfileFact>, clauses: Clauses): FactQuestion[] =>
  [...new Set(facts)].map((fact) =>
    questionOf(
      fact,
      clauses.filter(({ asks }) => asks?.includes(fact)),
    ),
  );

/** Those that most duties hang on; what is not asked stands in the file as a comment. */
const FIRST: readonly ProfileFact[] = ['commercial', 'monthlyActiveUsers', 'distributes', 'regions'];

export const policyQuestions = (): FactQuestion[] => questionsFor(FIRST, []);

function leastUsers(clauses: Clauses): number | undefined {
  const counts = clauses.flatMap(({ clause }) => {
    if (clause.type === 'user-threshold') return [clause.count];
    return clause.type === 'threshold-attribution' && clause.users ? [clause.users.count] : [];
  });
  return counts.length > 0 ? Math.min(...counts) : undefined;
}

/** The lowest in its own period; of several currencies, the first. */
function leastRevenue(clauses: Clauses): { amount: number; currency: string } | undefined {
  const all = clauses.flatMap(({ clause }) => {
    if (clause.type === 'revenue-threshold') return [clause];
    return (clause.type === 'threshold-attribution' || clause.type === 'hosting') && clause.revenue
      ? [clause.revenue]
      : [];
  });
  const [first] = all;
  if (!first) return undefined;
  const amount = Math.min(...all.filter(({ currency }) => currency === first.currency).map((one) => one.amount));
  return { amount, currency: first.currency };
}

/** The words a profile may use, those first that the licence bars. */
function fieldOptions(clauses: Clauses): FactOption[] {
  const barred = clauses.flatMap(({ clause }) => (clause.type === 'field-of-use' ? clause.forbids : []));
  const named = (field: (typeof FIELDS)[number]) => barred.some((entry) => field.forbiddenAs.test(entry.toLowerCase()));
  return FIELDS.map((field) => ({ value: field.id, label: field.id, ...(named(field) ? { named: true } : {}) })).sort(
    (a, b) => Number(b.named ?? false) - Number(a.named ?? false),
  );
}
