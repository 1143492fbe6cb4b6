/** The database's closed word lists. Free of dependencies, so that readers of the compiled database can use them. */

/** Schema version (semver). A reader refuses a database whose major version it does not know. */
export const SCHEMA_VERSION = '1.0.0';

/** From most to least open. See docs/database.md for how a class follows from components and licence. */
export const OPENNESS_CLASSES = [
  'open-source',
  'open-weights',
  'restricted-weights',
  'noncommercial-weights',
  'closed',
  'unknown',
] as const;
export type OpennessClass = (typeof OPENNESS_CLASSES)[number];

/** The kinds of term a licence may hold. Each has a rule in the server, or a stated reason for none. */
export const CLAUSE_TYPES = [
  'non-commercial',
  'research-only',
  'user-threshold',
  'revenue-threshold',
  'threshold-attribution',
  'attribution',
  'attribution-display',
  'notice-file',
  'derivative-name-prefix',
  'license-copy',
  'state-changes',
  'output-training',
  'distilled-is-derivative',
  'output-commercial-use',
  'acceptable-use',
  'flow-down',
  'territory-exclusion',
  'field-of-use',
  'hosting',
  'competitor-bar',
  'registration',
  'share-alike',
  'no-derivatives',
  'source-disclosure',
  'ip-litigation-termination',
  'guardrail-bypass-termination',
  'remote-restriction',
  'latest-version',
  'revocable',
  'disclosure',
  'publication-credit',
  'jurisdiction',
] as const;
export type ClauseType = (typeof CLAUSE_TYPES)[number];

export const TASKS = [
  'text-generation',
  'code',
  'vision-language',
  'ocr',
  'embedding',
  'reranker',
  'speech-recognition',
  'text-to-speech',
  'audio',
  'music',
  'text-to-image',
  'image-to-image',
  'video',
  'vision',
  'image-text',
  'segmentation',
  'detection',
  'depth',
  'translation',
  'classification',
  'guard',
  'multimodal',
  'other',
] as const;
export type Task = (typeof TASKS)[number];

export const FORMS = ['base', 'instruct', 'reasoning'] as const;
export type Form = (typeof FORMS)[number];

export const RELATIONS = ['finetune', 'quantized', 'merge', 'adapter', 'distilled', 'pruned', 'converted'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Parts of a model, in the order in which the compiled database writes their states. */
export const COMPONENT_PARTS = ['weights', 'trainingData', 'trainingCode', 'evaluation', 'documentation'] as const;
export type ComponentPart = (typeof COMPONENT_PARTS)[number];
export const COMPONENT_STATES = ['open', 'described', 'closed'] as const;
export type ComponentState = (typeof COMPONENT_STATES)[number];
