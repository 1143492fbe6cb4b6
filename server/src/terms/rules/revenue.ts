/** Weighing a declared yearly revenue against a threshold in some currency, per month or year. */
import { t } from '../../l10n.ts';
import type { UsageProfile } from '../types.ts';
import { money } from '../words.ts';
import type { Weighing } from './rule.ts';

interface Threshold {
  readonly amount: number;
  readonly currency: string;
  readonly period: 'month' | 'year';
}

/**
 * No exchange rates: other currencies cannot be compared. Of a yearly sum it is known that some month reached a twelfth of
 * it and no month exceeded it; in between a monthly threshold cannot be told.
 */
export function overRevenue(
  declared: UsageProfile['annualRevenue'],
  threshold: Threshold,
): Pick<Weighing, 'verdict' | 'reason' | 'asks'> {
  if (!declared) return { verdict: 'conditional', asks: ['annualRevenue'] };
  const sum = money(declared.amount, declared.currency);
  if (declared.currency.toUpperCase() !== threshold.currency.toUpperCase()) {
    return {
      verdict: 'conditional',
      reason: t('you declared {0}; the threshold is in {1}', sum, threshold.currency),
    };
  }
  const reason = t('you declared {0} of yearly revenue', sum);
  if (declared.amount <= threshold.amount) return { verdict: 'does-not-apply', reason };
  const surelyOver = threshold.period === 'year' || declared.amount / 12 > threshold.amount;
  return { verdict: surelyOver ? 'applies' : 'conditional', reason };
}
