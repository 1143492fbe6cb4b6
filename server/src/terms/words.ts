/** How numbers, money, dates, places and lists read in a sentence. */
import { t } from '../l10n.ts';

/**
 * "700,000,000", "0.5": at most three decimals, as English writes them. By hand, because the first use of `Intl` in a process
 * takes longer than everything else that a first card needs.
 */
export function number(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 1000) / 1000).split('.');
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

export const money = (amount: number, currency: string): string => `${number(amount)} ${currency}`;

export const quoted = (words: string): string => `“${words}”`;

/** A list cut to `limit`, the rest counted: "a, b, c and 4 more". */
export function list(items: readonly string[], limit: number = items.length): string {
  // "and 1 more" is longer than most of what it would hide
  if (items.length <= limit + 1) return items.join(', ');
  return t('{0} and {1} more', items.slice(0, limit).join(', '), items.length - limit);
}

/** "a, b or c": any one will do. */
export const alternatives = (items: readonly string[]): string =>
  items.length > 1 ? t('{0} or {1}', items.slice(0, -1).join(', '), items.at(-1) ?? '') : items.join();

/** `main (a; b)`, without brackets where there is nothing to add. */
export function withDetails(main: string, details: readonly (string | undefined | false)[]): string {
  const given = details.filter((detail): detail is string => Boolean(detail));
  return given.length > 0 ? `${main} (${given.join('; ')})` : main;
}

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

let regionNames: Intl.DisplayNames | undefined;

/** "EU" → "European Union", "DE" → "Germany"; what is no region code stays as it is. */
export function regionName(code: string): string {
  try {
    regionNames ??= new Intl.DisplayNames(['en'], { type: 'region' });
    return regionNames.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** The member states, ISO 3166-1 (Treaty on European Union, article 52, less the United Kingdom, which left in 2020). */
const EU = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '));

/** Whether two regions overlap; `EU` holds its member states. Case does not matter. */
export function regionsOverlap(one: string, other: string): boolean {
  const [a, b] = [one.toUpperCase(), other.toUpperCase()];
  return a === b || (a === 'EU' && EU.has(b)) || (b === 'EU' && EU.has(a));
}
