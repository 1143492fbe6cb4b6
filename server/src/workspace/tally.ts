/** Counts of a check over many files, and the one line that sums it up. */
import { t } from '../l10n.ts';
import type { Finding, Severity } from '../terms/types.ts';

export class Tally {
  files = 0;
  skipped = 0;
  references = 0;
  readonly findings: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };

  /** Counts one reference (or one remark) by its worst finding. */
  count(findings: readonly Pick<Finding, 'severity'>[]): void {
    const [worst] = findings;
    if (worst) this.findings[worst.severity]++;
  }

  summary(): string {
    const { error, hint, information, warning } = this.findings;
    const parts = [
      counted(error, t('1 error'), (n) => t('{0} errors', n)),
      counted(warning, t('1 warning'), (n) => t('{0} warnings', n)),
      counted(information, t('1 note'), (n) => t('{0} notes', n)),
      counted(hint, t('1 hint'), (n) => t('{0} hints', n)),
    ].filter((part) => part !== undefined);
    const files = this.files === 1 ? t('1 file checked') : t('{0} files checked', count(this.files));
    const references =
      this.references === 1 ? t('1 model reference') : t('{0} model references', count(this.references));
    const found = parts.length > 0 ? parts.join(', ') : t('nothing to report');
    const skipped = this.skipped > 0 ? t(' ({0} skipped)', count(this.skipped)) : '';
    return t('{0}{1}, {2}: {3}', files, skipped, references, found);
  }
}

const count = (n: number) => n.toString().replace(/\d(?=(?:\d{3})+$)/g, '$&,');

const counted = (n: number, one: string, more: (n: string) => string): string | undefined =>
  n === 0 ? undefined : n === 1 ? one : more(count(n));
