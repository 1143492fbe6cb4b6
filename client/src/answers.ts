/** What a person types for a fact → the fact's value. Free of the editor. */
import type { FactQuestion, FactValue } from '../../server/src/features/protocol.ts';
import { readCount, readMoney } from '../../server/src/figures.ts';

/** "EU, US": regions by their two letters, in capitals, each once. */
export function readRegions(text: string): string[] | undefined {
  const words = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((word) => word.toUpperCase());
  const fits = words.length > 0 && words.every((word) => /^[A-Z]{2}$/.test(word) && word !== 'UK');
  return fits ? [...new Set(words)] : undefined;
}

/** How each kind of answer is read that is typed. */
export const READERS: Readonly<
  Record<Exclude<FactQuestion['kind'], 'yes-no'>, (text: string) => FactValue | undefined>
> = { count: readCount, money: readMoney, list: readRegions };
