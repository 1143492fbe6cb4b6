/** Whether the name given to a model holds the words its base demands. */

/** What of a given name may stand in a message. */
export const NAME_LIMIT = 80;

/** `org/Name`, `./out/name` → `Name`; a title stays whole. */
export function bareName(given: string): string {
  const trimmed = given.trim().replace(/\/+$/, '');
  return trimmed.includes(' ') ? trimmed : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Spelt alike: case and separators aside, `Llama 3`, `llama-3` and `Llama3` are one. A number must end where the words end:
 * neither `Llama-30B` nor `Llama-3.1` begins with “Llama 3”.
 */
export function nameHolds(given: string, words: string, position: 'prefix' | 'anywhere'): boolean {
  const parts = words.split(/[\s_-]+/).filter((part) => part !== '');
  const start = position === 'prefix' ? '^' : '';
  const end = /\d$/.test(words) ? '(?!\\d|\\.\\d)' : '';
  return new RegExp(`${start}${parts.map(escaped).join('[\\s_-]*')}${end}`, 'i').test(bareName(given));
}

/**
 * The given name with the words in front, in the manner in which it is written: `acme/bot` → `acme/Llama-bot`. What it has of them
 * already is not said twice: `Llama-bot` → `Llama-3-bot`.
 */
export function withPrefix(given: string, words: string): string {
  const bare = bareName(given);
  const before = given.slice(0, given.lastIndexOf(bare));
  const separator = bare.includes(' ') ? ' ' : bare.includes('_') && !bare.includes('-') ? '_' : '-';
  const [first = ''] = words.split(' ');
  const rest = nameHolds(bare, first, 'prefix') ? bare.slice(first.length) : bare;
  // "Llamas" and "Llama2" are other words
  const tail = rest === bare ? bare : /^[\s_-]+(?=\D)/.test(rest) ? rest.replace(/^[\s_-]+/, '') : bare;
  return `${before}${words.replaceAll(' ', separator)}${separator}${tail}${given.slice(before.length + bare.length)}`;
}
