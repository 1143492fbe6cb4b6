/** What people call each severity; the strictest first. */
import { t } from '../l10n.ts';
import type { Severity } from '../terms/types.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, () => string>> = {
  error: () => t('error'),
  warning: () => t('warning'),
  information: () => t('note'),
  hint: () => t('hint'),
};
