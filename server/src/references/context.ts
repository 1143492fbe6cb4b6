/**
 * What the surroundings of a slot say about it: the first half of the evidence. Points add up with those of the name
 * itself (see evidence.ts); a veto stands above them.
 */
import { commandRow } from './tables/commands.ts';
import { type KeyReading, readKey, wordsOf } from './tables/keys.ts';
import {
  addressKeys,
  type Provider,
  providerKeys,
  providerOfAddress,
  providers,
  serverImages,
} from './tables/providers.ts';
import type { Role, Slot, SlotContext } from './types.ts';

export interface Judgement {
  /** 3: says that the value is a model; 2: hints at it; 1: could be; 0: says nothing. */
  readonly points: 0 | 1 | 2 | 3;
  /** Why the value can be no reference, whatever its name. */
  readonly veto?: 'dataset' | 'other' | 'alias';
  readonly role: Role;
  /** Who runs the model, where the surroundings tell. */
  readonly provider?: Provider;
  /** The tool whose arguments these are reads only model names here. */
  readonly certain?: boolean;
  readonly why: readonly string[];
}

const nothing: Judgement = { points: 0, role: 'model', why: [] };

/** `fileName`: the document's bare name; the last resort for keys that say nothing. */
export function judge(slot: Slot, fileName: string): Judgement {
  const context = slot.context;
  if (context.format === 'modelfile') return fromModelfile(context);
  if (context.isKey) return ofKey(context);
  const command = context.command && fromCommand(context, context.command);
  if (command) return command;
  if (context.flag !== undefined) {
    const judged = fromKey(context, readKey(context.flag), `option ${context.flag}`);
    if (judged.points > 0 || judged.veto) return judged;
  }
  const path = fromPath(context, fileName);
  return path;
}

function fromModelfile(context: SlotContext): Judgement {
  const word = context.path.at(-1);
  const role = word === 'ADAPTER' ? 'adapter' : 'base';
  return {
    points: 3,
    role,
    provider: { id: 'ollama', kind: 'ollama' },
    certain: true,
    why: [`${word} of a Modelfile`],
  };
}

/** Keys name models in a map `models:`; elsewhere only a name that is known by itself counts. */
function ofKey(context: SlotContext): Judgement {
  const keys = context.path.slice(0, -1).filter((key): key is string => typeof key === 'string');
  const data = keys.find((key) => readKey(key).sense === 'dataset');
  if (data !== undefined) return { ...nothing, veto: 'dataset', why: [`under ${data}`] };
  const parent = keys.at(-1);
  if (parent === undefined || !/^(?:models|model_list|modellist)$/i.test(parent)) return nothing;
  const provider = providerBeside(context, readKey(parent));
  return { points: 2, role: 'model', ...(provider ? { provider } : {}), why: [`key under ${parent}`] };
}

function fromCommand(context: SlotContext, command: readonly string[]): Judgement | undefined {
  const row = commandRow(command);
  if (!row) return undefined;
  const name = command.join(' ');
  const provider = row.runtime && (providers.get(row.runtime) ?? { id: row.runtime, kind: 'huggingface' as const });
  const said = { ...(provider ? { provider } : {}) };
  const kind = context.siblings().get('repo_type') ?? '';
  if (/^(?:dataset|space)$/.test(kind)) return { ...nothing, veto: 'dataset', why: [`${name} of a ${kind}`] };
  if (context.flag !== undefined) {
    const role = row.flags?.[context.flag];
    if (role) return { points: 3, role, ...said, certain: true, why: [`option ${context.flag} of ${name}`] };
    const judged = fromKey(context, readKey(context.flag), `option ${context.flag} of ${name}`);
    return { ...judged, ...said };
  }
  const position = context.path[0];
  if (typeof position !== 'number' || context.path.length > 1) return undefined;
  if (row.models === 'all' || (row.models !== 'none' && row.models.includes(position)))
    return { points: 3, role: row.role ?? 'model', ...said, certain: true, why: [`argument of ${name}`] };
  return { ...nothing, ...said };
}

function fromKey(context: SlotContext, reading: KeyReading, said: string): Judgement {
  const provider = providerBeside(context, reading);
  const common = { role: reading.role, ...(provider ? { provider } : {}) };
  switch (reading.sense) {
    case 'model':
      return { points: 3, ...common, why: [`${said} names a model`] };
    case 'hint':
      return { points: 2, ...common, why: [`${said} hints at a model`] };
    case 'weak':
      return { points: 1, ...common, why: [said] };
    case 'dataset':
      return { points: 0, veto: 'dataset', ...common, why: [`${said} names data`] };
    case 'alias':
      return { points: 0, veto: 'alias', ...common, why: [`${said} is a name for clients`] };
    case 'not':
      return { points: 0, veto: 'other', ...common, why: [`${said} names something else`] };
    default:
      return { points: 0, ...common, why: [] };
  }
}

/** Keys whose value is meant for the name beside it: `name: MODEL_ID, value: …`. */
const valueKeys = new Set(['value', 'default', 'defaultvalue', 'default_value', 'content']);
const nameKeys = ['name', 'key', 'variable', 'param', 'parameter', 'option'];

function fromPath(context: SlotContext, fileName: string): Judgement {
  const keys = context.path.filter((key): key is string => typeof key === 'string');
  let at = keys.length - 1;
  const last = keys[at];
  if (last === undefined) return nothing;
  let own = readKey(last);
  let said = `key ${last}`;
  if (valueKeys.has(last.toLowerCase())) {
    const siblings = context.siblings();
    const name = nameKeys.map((key) => siblings.get(key)).find((value) => value !== undefined && value !== '');
    if (name !== undefined) {
      own = readKey(name);
      said = `value of ${name}`;
      at = -1;
    }
  }
  if (own.sense === 'alias' || own.sense === 'not' || own.sense === 'dataset') return fromKey(context, own, said);
  if (own.sense === 'model' && own.words.at(-1) === 'name' && context.siblings().has('litellm_params'))
    return { ...nothing, veto: 'alias', why: [`${said} is a name for clients`] };
  const data = keys.slice(0, Math.max(at, 0)).find((key) => readKey(key).sense === 'dataset');
  if (own.sense === 'model') return fromKey(context, own, said);
  if (data !== undefined) return { ...nothing, veto: 'dataset', why: [`under ${data}`] };
  if (isData(context)) return { ...nothing, veto: 'dataset', why: ['beside it stands that this is data'] };
  if (own.sense === 'hint') return fromKey(context, own, said);
  // A key that says little takes its sense from the keys above.
  let parent = at - 1;
  while (parent >= 0 && readKey(keys[parent] as string).sense === 'weak') parent--;
  const above = parent >= 0 ? (keys[parent] as string) : undefined;
  const reading = above === undefined ? undefined : readKey(above);
  const weak = own.sense === 'weak';
  if (reading && above !== undefined) {
    if (reading.sense === 'not') return fromKey(context, reading, `under ${above}`);
    if (reading.sense === 'alias' || reading.sense === 'model' || reading.about) {
      const role = own.role !== 'model' ? own.role : reading.role;
      const provider = providerBeside(context, own);
      const points = weak && reading.sense === 'model' ? 3 : 2;
      return { points, role, ...(provider ? { provider } : {}), why: [`${said} under ${above}`] };
    }
    if (reading.sense === 'hint' && weak) return fromKey(context, reading, `${said} under ${above}`);
  }
  const provider = providerBeside(context, own);
  if (weak && provider) return { points: 2, role: 'model', provider, why: [`${said} beside ${provider.id}`] };
  if (readKey(fileName.replace(/\.\w+$/, '')).about)
    return { points: weak ? 2 : 1, role: 'model', ...(provider ? { provider } : {}), why: [`${said} in ${fileName}`] };
  return { points: weak ? 1 : 0, role: 'model', ...(provider ? { provider } : {}), why: weak ? [said] : [] };
}

function isData(context: SlotContext): boolean {
  const siblings = context.siblings();
  for (const key of ['repo_type', 'type', 'kind', 'repoType'])
    if (/^(?:dataset|datasets|space|evaluation)$/i.test(siblings.get(key) ?? '')) return true;
  return false;
}

/** The provider that the key's own words, its siblings or what stands above them name; the nearest wins. */
function providerBeside(context: SlotContext, reading: KeyReading): Provider | undefined {
  for (const word of reading.words) {
    const provider = word === 'hf' ? undefined : providers.get(word);
    if (provider) return provider;
  }
  const beside = providerIn(context.siblings());
  if (beside) return beside;
  let level = 0;
  for (const scalars of context.ancestors()) {
    if (level++ === 3) break;
    const found = providerIn(scalars);
    if (found) return found;
  }
  for (let i = context.path.length - 2; i >= 0 && i >= context.path.length - 5; i--) {
    const key = context.path[i];
    if (typeof key !== 'string') continue;
    for (const word of [key.toLowerCase(), ...wordsOf(key)]) {
      const provider = providers.get(word);
      if (provider) return provider;
    }
  }
  return undefined;
}

function providerIn(scalars: ReadonlyMap<string, string>): Provider | undefined {
  let address: string | undefined;
  for (const [key, value] of scalars) {
    if (value === '' || value.length > 300) continue;
    const name = key.toLowerCase().replaceAll('-', '_');
    if (providerKeys.has(name)) {
      const provider = providerNamed(value);
      if (provider) return provider;
    }
    if (name === 'image') {
      const image = serverImages.find(([pattern]) => pattern.test(value))?.[1];
      if (image) address ??= image === 'ollama' ? 'ollama' : 'vllm';
    } else if (addressKeys.has(name) || /(?:_url|_base|_host|_endpoint)$/.test(name))
      address ??= providerOfAddress(value);
  }
  return address === undefined ? undefined : providers.get(address);
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
  return undefined;
}
