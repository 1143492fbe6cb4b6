/** How the facts of the profile are called, and how people are asked for them, by the editor and by `modelterms init` alike. */
import { t } from './l10n.ts';

export interface FactTexts {
  /** In a list of what is not declared. */
  readonly name: () => string;
  /** Of one fact, for which yes or no, or a few words, are an answer. */
  readonly question: () => string;
  /** What counts, or what hangs on it. */
  readonly help: () => string;
  /** As one of several things that somebody does with models. */
  readonly doing?: () => string;
  /** An answer as somebody would type it. */
  readonly example?: string;
}

/** By the fact's name in the policy file. */
export const FACT_TEXTS = {
  commercial: {
    name: () => t('commercial use'),
    question: () => t('Is there any commercial purpose?'),
    help: () => t('Weighed against licences for non-commercial use or for research only.'),
  },
  monthlyActiveUsers: {
    name: () => t('monthly users'),
    question: () => t('How many people use your products in a month?'),
    help: () => t('All products together, affiliates included.'),
    example: '120000',
  },
  annualRevenue: {
    name: () => t('yearly revenue'),
    question: () => t('What is the yearly revenue of the whole company?'),
    help: () => t('An amount and its currency.'),
    example: '2000000 EUR',
  },
  regions: {
    name: () => t('regions'),
    question: () => t('Where are you based, and where do you offer your product?'),
    help: () => t('Two letters each, as in ISO 3166, or EU.'),
    example: 'EU, US',
  },
  distributes: {
    name: () => t('passing weights on'),
    question: () => t('Do weights, or a product that holds them, go to others?'),
    help: () => t('Weighed against duties that come with every copy: notices, licence texts, names.'),
    doing: () => t('give weights, or a product that holds them, to others'),
  },
  fineTunes: {
    name: () => t('changing models'),
    question: () => t('Do you train models further, merge or otherwise change them?'),
    help: () => t('Weighed against duties on what is made from a model.'),
    doing: () => t('train models further, merge or otherwise change them'),
  },
  trainsOnOutputs: {
    name: () => t('training on outputs'),
    question: () => t('Do you train other models on what models write?'),
    help: () => t('Weighed against conditions on a model’s outputs.'),
    doing: () => t('train other models on what models write'),
  },
  hosts: {
    name: () => t('serving models to others'),
    question: () => t('Do you offer models to others as a service?'),
    help: () => t('Weighed against conditions on hosted services.'),
    doing: () => t('offer models to others as a service'),
  },
  fields: {
    name: () => t('fields of use'),
    question: () => t('What is your project about?'),
    help: () => t('Weighed against fields that licences rule out.'),
    example: 'medical, education',
  },
} as const satisfies Readonly<Record<string, FactTexts>>;
