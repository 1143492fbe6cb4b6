/** What the lists of Ollama's models are searched for: `ollama list | grep -q "bge-m3"`. */
import type { Pipeline, Word } from 'unbash';
import type { Format, Slot } from '../types.ts';
import { ofLibrary } from './commandLine.ts';
import { partOf, slotOf } from './literal.ts';
import { wordAt } from './shell.ts';

const lists = /^\S{0,80}ollama\s{1,3}(?:list|ls|ps)\b/;
const asks = /(?:11434|OLLAMA\w{0,30})\}?"?\/(?:api\/(?:tags|ps)|v1\/models)/;
const searches = /^(?:e|f|z)?grep$|^(?:rg|findstr|Select-String)$/;

/** @param text the script, in which the pipeline has its positions */
export function listedNames({ commands }: Pipeline, text: string, format: Format): Slot[] {
  const [first, ...others] = commands;
  const said = first ? text.slice(first.pos, Math.min(first.end, first.pos + 300)) : '';
  if (!lists.test(said) && !asks.test(said)) return [];
  const slots: Slot[] = [];
  for (const command of others) {
    if (command.type !== 'Command' || !searches.test(command.name?.value ?? '')) continue;
    const pattern = command.suffix.find((part): part is Word => part.type === 'Word' && !/^-/.test(part.value));
    if (!pattern) continue;
    const word = wordAt(pattern, text);
    const from = word.value.startsWith('^') ? 1 : 0;
    const name = /^[\w./-]+(?::[\w.-]+)?/.exec(word.value.slice(from))?.[0] ?? '';
    // A mere word may be any part of a name.
    if (!/[\d:-]/.test(name)) continue;
    slots.push(slotOf(partOf(word, from, from + name.length), ofLibrary(format)));
  }
  return slots;
}
