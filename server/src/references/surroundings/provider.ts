/** Who runs a model, as the surroundings of its name tell: the key's words, the entries beside and above, addresses. */
import { type KeyReading, wordsOf } from '../tables/keys.ts';
import {
  addressKeys,
  makers,
  type Provider,
  providerKeys,
  providerOfAddress,
  providers,
  serverImages,
} from '../tables/providers.ts';
import type { SlotContext } from '../types.ts';

/** The provider that the key's own words, its siblings or what stands above them name; the nearest wins. */
export function providerBeside(context: SlotContext, reading: KeyReading): Provider | undefined {
  const own = inWords(reading.words);
  if (own) return own;
  const beside = providerIn(context.siblings(), reading);
  if (beside) return beside;
  // Upwards in turn: the key that holds this mapping, then what stands beside that key.
  const keys = context.path.slice(0, -1).filter((key) => typeof key === 'string');
  const above = context.ancestors()[Symbol.iterator]();
  for (let level = 0; level < 4; level++) {
    const key = keys.at(-1 - level);
    const named = key === undefined ? undefined : inWords([key.toLowerCase(), ...wordsOf(key)]);
    // A service's client in a program speaks to whatever has its interface; in settings it is a block of its own.
    if (named && !(named.kind === 'api' && context.call)) return named;
    const scalars = level < 3 ? above.next() : undefined;
    const found = scalars && !scalars.done ? providerIn(scalars.value, reading) : undefined;
    if (found ?? named) return found ?? named;
    if (key === undefined && (!scalars || scalars.done)) return undefined;
  }
  return undefined;
}

function inWords(words: readonly string[]): Provider | undefined {
  for (const word of words) {
    const provider = makers.has(word) ? undefined : providers.get(word);
    if (provider) return provider;
  }
  return undefined;
}

/** An entry that can tell a provider. */
interface Telling {
  readonly key: string;
  /** In lower case, with underscores. */
  readonly name: string;
  readonly value: string;
  readonly as: 'provider' | 'address' | 'image';
}

const tellings = new WeakMap<ReadonlyMap<string, string>, readonly Telling[]>();

/** The entries of a mapping that can tell a provider; read once, since each value beside them asks. */
function tellingOf(scalars: ReadonlyMap<string, string>): readonly Telling[] {
  let known = tellings.get(scalars);
  if (!known) {
    known = [...scalars].flatMap(([key, value]): Telling[] => {
      if (value === '' || value.length > 300) return [];
      const name = key
        .toLowerCase()
        .replaceAll('-', '_')
        .replace(/^(?:with|set)_?(?=[a-z])/, '');
      // A variable or a call among the arguments: `ask(ollamaClient, "x")`.
      if (key.startsWith('@')) return [{ key, name: 'provider', value, as: 'provider' }];
      // Plain arguments of one call: `configure("Ollama", "llama3", "http://…:11434")`.
      if (key.startsWith('#') && /^ollama$/i.test(value)) return [{ key, name: 'provider', value, as: 'provider' }];
      if (key.startsWith('#') && value.includes('://')) return [{ key, name: 'url', value, as: 'address' }];
      if (providerKeys.has(name) || name.endsWith('_provider')) return [{ key, name, value, as: 'provider' }];
      if (name === 'image') return [{ key, name, value, as: 'image' }];
      const isAddress = addressKeys.has(name) || /(?:_url|_base|_host|_endpoint)$/.test(name);
      return isAddress ? [{ key, name, value, as: 'address' }] : [];
    });
    tellings.set(scalars, known);
  }
  return known;
}

function providerIn(scalars: ReadonlyMap<string, string>, reading: KeyReading): Provider | undefined {
  let address: string | undefined;
  let named: Provider | undefined;
  for (const { key, name, value, as } of tellingOf(scalars)) {
    if (as !== 'image' && !concerns(key, name, reading)) continue;
    if (as === 'provider') {
      const provider = providerNamed(value);
      if (provider && (name.includes('provider') || !makers.has(provider.id))) named ??= provider;
    } else if (as === 'address') address ??= providerOfAddress(value);
    else {
      const image = serverImages.find(([pattern]) => pattern.test(value))?.[1];
      if (image) address ??= image === 'ollama' ? 'ollama' : 'vllm';
    }
  }
  const addressed = address === undefined ? undefined : providers.get(address);
  // `type: openai` tells the interface, where the address is that of one's own server.
  return named && !(named.kind === 'api' && addressed?.kind === 'ollama') ? named : (addressed ?? named);
}

/**
 * Environment variables of everything stand side by side: there a provider's variable counts only for names that begin
 * like it (`LLM_PROVIDER`, `LLM_MODEL`) or where it is the provider of all.
 */
function concerns(key: string, name: string, reading: KeyReading): boolean {
  if (!/^[A-Z][A-Z0-9_]*$/.test(key)) return true;
  // Who chats does not say who embeds.
  if (/^(?:llm|chat|model)_/.test(name) && (reading.role === 'embedding' || reading.role === 'reranker')) return false;
  if (/^(?:model_|llm_)?provider$|^(?:llm_)?(?:base_url|api_base)$/.test(name)) return true;
  return wordsOf(key)[0] === reading.words[0];
}

/** `Ollama`, `remote::ollama`, `ollama_chat`, `langchain_ollama.ChatOllama` alike. */
function providerNamed(value: string): Provider | undefined {
  const whole = value.trim().toLowerCase();
  const known = providers.get(whole);
  if (known) return known;
  for (const part of whole.split(/::|[.\s/@]/)) {
    const provider = providers.get(part);
    if (provider) return provider;
  }
  // `OllamaProvider`, `lmChatOllama`
  return whole.includes('ollama') && /^[\w.]+$/.test(whole) ? providers.get('ollama') : undefined;
}
