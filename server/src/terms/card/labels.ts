/** Words for the closed lists that a card shows. */
import { t } from '../../l10n.ts';
import type { EvidenceKind, LineageStep } from '../../models/types.ts';
import type { Verdict } from '../types.ts';

const VERDICTS: Readonly<Record<Verdict, () => string>> = {
  applies: () => t('applies'),
  conditional: () => t('cannot be told'),
  'does-not-apply': () => t('does not apply'),
  met: () => t('met'),
};
export const verdictLabel = (verdict: Verdict): string => VERDICTS[verdict]();

const EVIDENCE: Readonly<Record<EvidenceKind, () => string>> = {
  user: () => t('stated in your policy file'),
  catalogue: () => t('listed in the database'),
  family: () => t('by the rule of its family'),
  republisher: () => t('repacked by a republisher'),
  name: () => t('derived, by its name'),
  local: () => t('found on this machine'),
  hub: () => t('looked up on the Hub'),
  none: () => t('nothing known'),
};
export const evidenceLabel = (kind: EvidenceKind): string => EVIDENCE[kind]();

const RELATIONS: Readonly<Record<LineageStep['relation'], () => string>> = {
  self: () => t('this model'),
  finetune: () => t('fine-tuned from'),
  quantized: () => t('quantised from'),
  merge: () => t('merged from'),
  adapter: () => t('adapter for'),
  distilled: () => t('distilled from'),
  pruned: () => t('pruned from'),
  converted: () => t('converted from'),
  'derived-by-name': () => t('derived, by its name, from'),
};
export const relationLabel = (relation: LineageStep['relation']): string => RELATIONS[relation]();
