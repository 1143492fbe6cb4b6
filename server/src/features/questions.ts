/** The facts of the profile as questions: what a client asks a person, and what the licence at hand has to do with it. */
import { t } from '../l10n.ts';
import { FIELDS } from '../terms/fields.ts';
import type { ProfileFact, WeighedClause } from '../terms/types.ts';
import { list, money, number, regionName } from '../terms/words.ts';
import type { FactOption, FactQuestion } from './protocol.ts';

type Clauses = readonly WeighedClause[];
type Question = Omit<FactQuestion, 'fact'>;

/** `clauses`: those whose weighing hangs on the fact; none where nobody asks because of a licence. */
const QUESTIONS: Readonly<Record<ProfileFact, (clauses: Clauses) => Question>> = {
  commercial: () => ({
    kind: 'yes-no',
    label: t('commercial use'),
    question: t('Is there any commercial purpose?'),
    help: t('Weighed against licences for non-commercial use or for research only.'),
  }),
  monthlyActiveUsers(clauses) {
    const limit = leastUsers(clauses);
    return {
      kind: 'count',
      label: limit === undefined ? t('monthly users') : t('fewer than {0} monthly users?', number(limit)),
      question: t('How many people use your products in a month?'),
      help: sentences(
        t('All products together, affiliates included.'),
        limit !== undefined && t('Weighed against the {0} that the licence names.', number(limit)),
      ),
      example: '120000',
    };
  },
  annualRevenue(clauses) {
    const limit = leastRevenue(clauses);
    return {
      kind: 'money',
      label: limit ? t('less than {0} of revenue?', money(limit.amount, limit.currency)) : t('yearly revenue'),
      question: t('What is the yearly revenue of the whole company?'),
      help: sentences(
        t('An amount and its currency.'),
        limit && t('Weighed against the {0} that the licence names.', money(limit.amount, limit.currency)),
      ),
      example: `2000000 ${limit?.currency ?? 'EUR'}`,
    };
  },
  regions(clauses) {
    const named = clauses.flatMap(({ clause }) => (clause.type === 'territory-exclusion' ? clause.regions : []));
    return {
      kind: 'list',
      label: named.length > 0 ? t('used in: {0}?', list(named.map(regionName), 3)) : t('regions'),
      question: t('Where are you based, and where do you offer your product?'),
      help: t('Two letters each, as in ISO 3166, or EU.'),
      example: 'EU, US',
    };
  },
  distributes: () => ({
    kind: 'yes-no',
    label: t('distribution'),
    question: t('Do weights, or a product that holds them, go to others?'),
    help: t('Weighed against duties that come with every copy: notices, licence texts, names.'),
  }),
  fineTunes: () => ({
    kind: 'yes-no',
    label: t('fine-tuning'),
    question: t('Do you train models further, merge or otherwise change them?'),
    help: t('Weighed against duties on what is made from a model.'),
  }),
  trainsOnOutputs: () => ({
    kind: 'yes-no',
    label: t('training on outputs'),
    question: t('Do you train other models on what models write?'),
    help: t('Weighed against conditions on a model’s outputs.'),
  }),
  hosts: () => ({
    kind: 'yes-no',
    label: t('hosting'),
    question: t('Do you offer models to others as a service?'),
    help: t('Weighed against conditions on hosted services.'),
  }),
  fields: (clauses) => ({
    kind: 'list',
    label: t('fields of use'),
    question: t('What is your project about?'),
    help: t('Weighed against fields that licences rule out.'),
    example: 'education',
    options: fieldOptions(clauses),
  }),
};

/** In the order of `facts`, each once. `clauses`: of the reference at hand. */
export const questionsFor = (facts: Iterable<ProfileFact>, clauses: Clauses): FactQuestion[] =>
  [...new Set(facts)].map((fact) => ({
    fact,
    ...QUESTIONS[fact](clauses.filter(({ asks }) => asks?.includes(fact))),
  }));

/** Those that most duties hang on; what is not asked stands in the file as a comment. */
const FIRST: readonly ProfileFact[] = ['commercial', 'monthlyActiveUsers', 'distributes', 'regions'];

export const policyQuestions = (): FactQuestion[] => questionsFor(FIRST, []);

const sentences = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join(' ');

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
