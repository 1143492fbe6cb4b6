/** Numbers and amounts of money as people type them. Needs nothing, so that the editor's client can use it as well. */

const GROUPED = /^\d{1,3}(?:[,._'’ \u00a0\u202f]\d{3})+$/;
const SHORT = /^(\d+(?:\.\d+)?) ?(k|m|bn)$/i;
const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

/** "120000", "1,200,000", "1.2M", "5k"; undefined where it is no whole number, or could be read in two ways. */
export function readCount(text: string): number | undefined {
  const given = text.trim();
  if (/^\d+$/.test(given)) return Number(given);
  if (GROUPED.test(given)) return Number(given.replace(/\D/g, ''));
  const [, digits, suffix] = SHORT.exec(given) ?? [];
  if (digits === undefined || suffix === undefined) return undefined;
  return Math.round(Number(digits) * (FACTORS[suffix.toLowerCase()] ?? 1));
}

/** "2000000 EUR", "USD 5M"; a currency by its three letters. */
export function readMoney(text: string): { amount: number; currency: string } | undefined {
  const given = text.trim();
  const [, amountFirst, after] = /^(.*\d(?: ?(?:k|m|bn))?) ?([a-z]{3})$/i.exec(given) ?? [];
  const [, before, amountLast] = /^([a-z]{3}) ?(\d.*)$/i.exec(given) ?? [];
  const amount = readCount(amountFirst ?? amountLast ?? '');
  const currency = after ?? before;
  return amount === undefined || currency === undefined ? undefined : { amount, currency: currency.toUpperCase() };
}
