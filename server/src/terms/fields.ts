/**
 * Fields of use: the words a profile may use for what a project is about, and the words by which licences forbid them. A field
 * outside this list is compared literally only; whether it is forbidden then cannot be told.
 */

interface Field {
  /** The name documented for `usage.fields`. */
  readonly id: string;
  /** Other spellings a profile may use, spaces for dashes. */
  readonly also: readonly string[];
  /** What in a clause's short words means this field. */
  readonly forbiddenAs: RegExp;
}

export const FIELDS: readonly Field[] = [
  { id: 'research', also: ['academic', 'academia', 'academic research', 'science'], forbiddenAs: /\bresearch\b/ },
  { id: 'education', also: ['teaching', 'school'], forbiddenAs: /\beducation|\bteaching\b/ },
  {
    id: 'medical',
    also: ['medicine', 'health', 'healthcare', 'clinical'],
    forbiddenAs: /\bmedical\b|\bhealth|\bclinical\b/,
  },
  {
    id: 'legal',
    also: ['law', 'legal services'],
    // not "legal effect", "legal rights", "legal remedies", which everything may have
    forbiddenAs: /\blegal\b(?! (effect|right|remed|or material))/,
  },
  { id: 'justice', also: ['courts', 'judiciary'], forbiddenAs: /\bjustice\b|\bjudicial\b|\bcourts?\b/ },
  {
    id: 'law-enforcement',
    also: ['police', 'policing'],
    forbiddenAs: /\blaw enforcement\b|\bpolic(e|ing)\b|\bcrime prediction\b/,
  },
  {
    id: 'government',
    also: ['public administration', 'public sector'],
    forbiddenAs: /\bgovernments?\b|\bpublic administration/,
  },
  { id: 'migration', also: ['immigration', 'asylum', 'border control'], forbiddenAs: /\b(im)?migration\b|\basylum\b/ },
  { id: 'finance', also: ['banking', 'credit', 'lending'], forbiddenAs: /\bfinancial\b|\bcredit\b|\blending\b/ },
  { id: 'insurance', also: [], forbiddenAs: /\binsurance\b/ },
  {
    id: 'employment',
    also: ['hiring', 'recruiting', 'human resources', 'hr'],
    forbiddenAs: /\bemployment\b|\bhiring\b/,
  },
  { id: 'housing', also: [], forbiddenAs: /\bhousing\b/ },
  { id: 'social-scoring', also: [], forbiddenAs: /\bsocial scoring\b|\bby social behaviour\b/ },
  { id: 'military', also: ['defence', 'defense', 'warfare'], forbiddenAs: /\bmilitary\b|\bwarfare\b|\bdefen[cs]e\b/ },
  { id: 'weapons', also: ['arms'], forbiddenAs: /\bweapons?\b|\barms\b/ },
  { id: 'nuclear', also: ['nuclear energy', 'nuclear industry'], forbiddenAs: /\bnuclear\b/ },
  { id: 'espionage', also: ['intelligence services'], forbiddenAs: /\bespionage\b|\bspying\b/ },
  { id: 'surveillance', also: ['monitoring of people'], forbiddenAs: /\bsurveillance\b/ },
  { id: 'biometrics', also: ['biometric', 'face recognition'], forbiddenAs: /\bbiometric/ },
  {
    id: 'critical-infrastructure',
    also: ['power grid', 'utilities', 'energy grid', 'water supply'],
    forbiddenAs: /\bcritical infrastructure\b/,
  },
  {
    id: 'transportation',
    also: ['automotive', 'aviation', 'railways', 'autonomous driving', 'transport'],
    forbiddenAs: /\btransport|\bautonomous driving\b/,
  },
  { id: 'heavy-machinery', also: ['machinery', 'industrial machinery'], forbiddenAs: /\bmachinery\b/ },
  { id: 'gambling', also: ['betting', 'casino'], forbiddenAs: /\bgambling\b/ },
  { id: 'politics', also: ['political campaigning', 'elections'], forbiddenAs: /\bpolitic|\belection/ },
  {
    id: 'adult-content',
    also: ['adult', 'pornography'],
    forbiddenAs: /\bsexually explicit\b|\bsexual likeness|\bpornograph|\badult content\b/,
  },
  { id: 'advertising', also: ['marketing'], forbiddenAs: /\badvertis|\bmarketing\b/ },
];

const normal = (text: string): string => text.trim().toLowerCase().replace(/[-_]/g, ' ');

const fieldOf = (declared: string): Field | undefined => {
  const word = normal(declared);
  return FIELDS.find((field) => normal(field.id) === word || field.also.includes(word));
};

/** Whether a declared field is the one with this id, by any of its spellings. */
export const fieldIs = (declared: string, id: string): boolean => fieldOf(declared)?.id === id;

/** What is barred of a field only where it breaks the law, or where nobody qualified has a hand in it. */
const IN_PART = /\b(illegal|unlawful|unauthori[sz]ed|unlicensed|unsupervised|unreviewed|without consent)\b/;

export interface BarredField {
  /** As declared. */
  readonly field: string;
  /** The entry of `forbids`. */
  readonly by: string;
  /** Whether it leaves room for the field: "illegal surveillance". */
  readonly inPart: boolean;
}

/**
 * The entry of `forbids` that bars one of the declared fields, a whole one before one that bars it in part; `none`: all are
 * known and none is barred.
 */
export function barredField(
  declared: readonly string[],
  forbids: readonly string[],
): BarredField | 'none' | 'cannot-tell' {
  const barred = declared.flatMap((field) => {
    const known = fieldOf(field);
    return forbids
      .filter((entry) => normal(entry) === normal(field) || known?.forbiddenAs.test(normal(entry)))
      .map((by) => ({ field, by, inPart: IN_PART.test(normal(by)) }));
  });
  const worst = barred.find(({ inPart }) => !inPart) ?? barred[0];
  if (worst) return worst;
  return declared.every((field) => fieldOf(field)) ? 'none' : 'cannot-tell';
}
