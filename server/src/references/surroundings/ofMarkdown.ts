/** Inline code, links and what stands right before them: the evidence that is found in Markdown only. */
import { asKey, code, isPair, keyed } from '../formats/markdownKeys.ts';
import { readKey } from '../tables/keys.ts';
import { prefixOf } from '../tables/prefixes.ts';
import { providers } from '../tables/providers.ts';
import { ollamaTag, quantTag } from '../tables/shapes.ts';
import type { Slot, SlotContext } from '../types.ts';
import { type DocumentFacts, type Judgement, nothing, veto } from './judgement.ts';
import { providerBeside } from './provider.ts';

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
  const before = context.siblings().get('before') ?? '';
  const after = context.siblings().get('after') ?? '';
  const introduced = introducesModel(before) || (!isPair(value) && concludesModel(before, after));
  return {
    ...nothing,
    ...(introduced ? { points: 2, why: ['the words around it say that it is a model'] } : {}),
    code: true,
    speaksOllama: speaksOfOllama(line),
    provider: facts.speaksOllama && !(introduced && value.includes('/')) ? providers.get('ollama') : undefined,
  };
}

const modelWord = /^(?:models?|checkpoints?|weights|mod[eè]les?|modelos?|modell[eoi]?|модел[ьией]|pesos)$/i;
const linkingWord = /^(?:is|are|was|named|called|id|name|es|est|ist|é|è|is:|llamado|nommé)$/i;
/** The same in scripts that write without blanks. */
const joinedModelWord =
  /(?:模型|权重|權重|モデル|모델|가중치)(?:名|名称|名前|이름)?\s?(?:是|为|為|は|が|を|은|는|이|가|을|를)?\s?[:：「（(]?\s?[*_]{0,2}$/;

const downloads = /(?:\bdownload(?:s|ing|ed)?|下载|下載|ダウンロード|다운로드)(?: the)?\s?[:：]?\s?[*_]{0,2}$/i;

/** Whether a text ends with `the default model is`, `model checkpoint:` and the like. */
function introducesModel(before: string): boolean {
  const text = before.replace(/`$/, '');
  if (joinedModelWord.test(text) || downloads.test(text)) return true;
  const words = text.split(/[\s:=(*]+/).filter((word) => word !== '');
  while (words.length > 0 && linkingWord.test(words.at(-1) as string)) words.pop();
  return modelWord.test(words.at(-1) ?? '');
}

const repository = /\b(?:repos?|repository|repositories|adapter|lora|embedding|quant)s?\b/i;
const loading = /\b(?:down)?load(?:s|ed|ing)?\b|\b(?:fetch|pull)(?:es|s|ed|ing)?\b|下载|加载|ダウンロード|다운로드/i;
const fromHub =
  /^\W{0,4}(?:[a-z]{1,12} ){0,3}(?:from|on|via|从|de|von|aus|da)\s(?:the\s)?(?:hugging ?face|hf\b|(?:model )?hub\b)/i;
const thenModel = /^[*_]{0,2}\s(?:base |pretrained |embedding )?(?:models?|checkpoints?|weights)\b/i;

/** Whether a text goes on with `model`, or says that what stands before it is loaded from the hub. */
const concludesModel = (before: string, after: string): boolean =>
  thenModel.test(after) || ((loading.test(before) || repository.test(before)) && fromHub.test(after));

/** Whether a sentence is about models for Ollama. */
export const speaksOfOllama = (line: string): boolean => /\bollama\b/i.test(line) && /\bmodels?\b/i.test(line);

const variable = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;

/** Names under the head of a column, beside that of a row, behind a label, in a list under a sentence. */
export function ofKeyed({ context, value }: Slot, facts: DocumentFacts): Judgement {
  const labels = context.path.slice(context.path.indexOf(keyed) + 1).map((one) => asKey(String(one)));
  const readings = labels.map((one) => readKey(one));
  const key = labels.at(-1) as string;
  const own = readKey(key);
  const saysModel = own.sense === 'model';
  const around: SlotContext = {
    format: 'markdown',
    path: labels,
    siblings: () => context.siblings(),
    ancestors: () => [],
  };
  const beside = providerBeside(around, own) ?? prefixOf(value);
  if (beside && beside.kind !== 'ollama' && beside.kind !== 'huggingface')
    return veto('provider', 'a name of a service');
  if (otherSenses.has(own.sense) || own.words.includes('provider') || readings.some(({ sense }) => sense === 'dataset'))
    return veto('other', `${key} says something else`);
  const isId = value.includes('/');
  // `OLLAMA_HOST` is nobody's setting but Ollama's.
  const ofOllama =
    beside?.kind === 'ollama' ||
    (!beside && saysModel && facts.speaksOllama && (variable.test(key) || /\d/.test(value)));
  if (isId ? !saysModel : !ofOllama) return veto('other', 'nothing says that it is a model');
  if (!isId && !saysModel) {
    // A table has columns of everything; a list under a heading has what the heading says.
    const near = context.siblings().size === 0 ? readings : [own];
    const named = near.some(({ about, words }) => about || words.includes('ollama'));
    if (!named || (!/[\d:-]/.test(value) && !near.some(({ about }) => about))) return veto('other', 'a word');
  }
  const why = [saysModel ? `${key} says that it is a model` : `what stands around it speaks of Ollama: ${key}`];
  const said = { ...nothing, role: own.role, why };
  const ollama = providers.get('ollama');
  if (!isId) return { ...said, key: true, points: saysModel ? 3 : 2, provider: ollama };
  // `someone/name:q8_0`: the hub has no tags.
  if (beside?.kind === 'ollama' || (facts.speaksOllama && tagged(value)))
    return { ...said, points: 3, provider: ollama };
  const surely = context.path.includes(code) && facts.speaksModels;
  return { ...said, key: true, points: surely ? 3 : 2 };
}

const tagged = (value: string): boolean => {
  const tag = value.split(':')[1] ?? '';
  return tag === 'latest' || ollamaTag.test(tag) || quantTag.test(tag);
};

const otherSenses: ReadonlySet<string> = new Set(['dataset', 'not', 'alias']);
