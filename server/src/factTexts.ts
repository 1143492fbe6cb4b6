/** How people are asked for the facts of the profile, by the editor and by `modelterms init` alike. */
import { t } from './l10n.ts';

export interface FactTexts {
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
    question: () => t('Is there any commercial purpose?'),
    help: () => t('Weighed against licences for non-commercial use or for research only.'),
  },
  monthlyActiveUsers: {
    question: () => t('How many people use your products in a month?'),
    help: () => t('All products together, affiliates included.'),
    example: '120000',
  },
  annualRevenue: {
    question: () => t('What is the yearly revenue of the whole company?'),
    help: () => t('An amount and its currency.'),
    example: '2000000 EUR',
  },
  regions: {
    question: () => t('Where are you based, and where do you offer your product?'),
    help: () => t('Two letters each, as in ISO 3166, or EU.'),
    example: 'EU, US',
  },
  distributes: {
    question: () => t('Do weights, or a product that holds them, go to others?'),
    help: () => t('Weighed against duties that come with every copy: notices, licence texts, names.'),
    doing: () => t('give weights, or a product that holds them, to others'),
  },
  fineTunes: {
    question: () => t('Do you train models further, merge or otherwise change them?'),
    help: () => t('Weighed against duties on what is made from a model.'),
    doing: () => t('train models further, merge or otherwise change them'),
  },
  trainsOnOutputs: {
    question: () => t('Do you train other models on what models write?'),
    help: () => t('Weighed against conditions on a model’s outputs.'),
    doing: () => t('train other models on what models write'),
  },
  hosts: {
    question: () => t('Do you offer models to others as a service?'),
    help: () => t('Weighed against conditions on hosted services.'),
    doing: () => t('offer models to others as a service'),
  },
  fields: {
    question: () => t('What is your project about?'),
    help: () => t('Weighed against fields that licences rule out.'),
    example: 'medical, education',
  },
} as const satisfies Readonly<Record<string, FactTexts>>;
