/** Inline code, links and what stands right before them: the evidence that is found in Markdown only. */
import { providers } from '../tables/providers.ts';
import type { Slot } from '../types.ts';
import { type DocumentFacts, type Judgement, nothing, veto } from './judgement.ts';

const otherHost = /^https?:\/\/(?!(?:[\w-]+\.)*(?:huggingface\.co|hf\.co|ollama\.com)\/)/;

/** The text of a link is what the link is. */
export function ofMarkdown({ context, value }: Slot, facts: DocumentFacts): Judgement {
  const link = context.siblings().get('link');
  if (link !== undefined && /(?:huggingface|hf)\.co\/(?:datasets|spaces)\//.test(link))
    return veto('dataset', 'a link to data');
  if (link !== undefined && otherHost.test(link)) return veto('other', 'a link elsewhere');
  if (link?.includes(`.co/${value}`) && value.includes('/'))
    return { ...nothing, points: 3, why: ['its link leads to the hub'] };
  if (context.path[0] !== '#code') return nothing;
  const line = context.siblings().get('line') ?? '';
  const introduced = introducesModel(context.siblings().get('before') ?? '');
  return {
    ...nothing,
    ...(introduced ? { points: 2, why: ['the word “model” right before it'] } : {}),
    code: true,
    speaksOllama: speaksOfOllama(line),
    provider: facts.speaksOllama && !(introduced && value.includes('/')) ? providers.get('ollama') : undefined,
  };
}

const modelWord = /^(?:models?|checkpoints?|weights)$/i;
const linkingWord = /^(?:is|are|was|named|called|id|name)$/i;

/** Whether a text ends with `the default model is`, `model checkpoint:` and the like. */
function introducesModel(before: string): boolean {
  const words = before.split(/[\s:=(]+/).filter((word) => word !== '');
  while (words.length > 0 && linkingWord.test(words.at(-1) as string)) words.pop();
  return modelWord.test(words.at(-1) ?? '');
}

/** Whether a sentence is about models for Ollama. */
export const speaksOfOllama = (line: string): boolean => /\bollama\b/i.test(line) && /\bmodels?\b/i.test(line);
