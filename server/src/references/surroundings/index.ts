/**
 * What the surroundings of a slot say about it: the first half of the evidence. Points add up with those of the name
 * itself (see ../evidence.ts); a veto stands above them.
 */
import { keyed } from '../formats/markdownKeys.ts';
import { commandRow } from '../tables/commands.ts';
import { readKey } from '../tables/keys.ts';
import { providers } from '../tables/providers.ts';
import type { Slot, SlotContext } from '../types.ts';
import { type DocumentFacts, fromReading, type Judgement } from './judgement.ts';
import { ofCall } from './ofCall.ts';
import { ofCommand } from './ofCommand.ts';
import { ofKey, ofPath } from './ofKeys.ts';
import { ofKeyed, ofMarkdown } from './ofMarkdown.ts';

export function judge(slot: Slot, facts: DocumentFacts): Judgement {
  const { context } = slot;
  if (context.isKey) return ofKey(context);
  if (context.format === 'modelfile') return ofModelfile(context);
  if (context.format === 'markdown' && context.path.includes(keyed)) return ofKeyed(slot, facts);
  if (context.format === 'markdown' && String(context.path[0]).startsWith('#')) return ofMarkdown(slot, facts);
  if (context.command) {
    const row = commandRow(context.command);
    const judged = row && ofCommand(context, row, context.command.join(' '));
    if (judged) return judged;
  }
  if (context.flag !== undefined) {
    const judged = fromReading(context, readKey(context.flag), `option ${context.flag}`);
    if (judged.points > 0 || judged.veto) return judged;
  }
  if (context.call) return ofCall(context, facts, () => ofPath(context, facts));
  return ofPath(context, facts);
}

function ofModelfile(context: SlotContext): Judgement {
  const word = context.path.at(-1);
  const role = word === 'ADAPTER' ? 'adapter' : 'base';
  return { points: 3, role, provider: providers.get('ollama'), certain: true, why: [`${word} of a Modelfile`] };
}
