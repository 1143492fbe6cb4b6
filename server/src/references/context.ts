/**
 * What the surroundings of a slot say about it: the first half of the evidence. Points add up with those of the name
 * itself (see evidence.ts); a veto stands above them.
 */
import { providerBeside } from './provider.ts';
import { ofCall } from './sourceCalls.ts';
import { type CommandRow, commandRow } from './tables/commands.ts';
import { type KeyReading, readKey } from './tables/keys.ts';
import { type Provider, providers } from './tables/providers.ts';
import { callRow } from './tables/sourceCalls.ts';
import { thingParents, thingSiblings } from './tables/things.ts';
import type { Role, Slot, SlotContext } from './types.ts';

export interface Judgement {
  /** 3: says that the value is a model; 2: hints at it; 1: could be; 0: says nothing. */
  readonly points: 0 | 1 | 2 | 3;
  /** Why the value can be no reference, whatever its name. */
  readonly veto?: 'dataset' | 'other' | 'alias' | 'provider';
  readonly role: Role;
  /** Who runs the model, where the surroundings tell. */
  readonly provider: Provider | undefined;
  /** The tool whose arguments these are takes nothing but models here. */
  readonly certain?: boolean;
  /** The value is a repository, so that no provider's prefix stands before it. */
  readonly repository?: boolean;
  /** What stands first in the value is a provider in any case, as LiteLLM has it. */
  readonly prefixed?: boolean;
  /** The key by itself says little (`name`, `value`); the points come from what is around it. */
  readonly weak?: boolean;
  /** The slot is a key: a name for what stands below it as often as a model. */
  readonly key?: boolean;
  /** Inline code in prose: a name by itself, without surroundings that say what it is. */
  readonly code?: boolean;
  /** A plain argument of a call in program source, whatever the call. */
  readonly argument?: boolean;
  /** Inline code whose sentence speaks of models for Ollama. */
  readonly speaksOllama?: boolean;
  readonly why: readonly string[];
}

/** What is known of the document as a whole. */
export interface DocumentFacts {
  /** Without folders. */
  readonly fileName: string;
  /** The text speaks of Ollama, or names a model as only Ollama does. */
  readonly speaksOllama: boolean;
  /** Program source that uses Ollama's library. */
  readonly importsOllama: boolean;
  /** The service whose client or address a program names, where it is one. */
  readonly service: Provider | undefined;
  /** The text has to do with models of language, sound or sight. */
  readonly speaksModels: boolean;
  /** Hosts that stand in for the hub, by what the document sets: `HF_ENDPOINT=https://…`. */
  readonly mirrors: readonly string[];
}

/** A judgement that is made when a recogniser first asks: most strings are no name's shape, and none asks. */
export class LazyJudgement implements Judgement {
  readonly #make: () => Judgement;
  #made: Judgement | undefined;

  constructor(make: () => Judgement) {
    this.#make = make;
  }

  get #judgement(): Judgement {
    this.#made ??= this.#make();
    return this.#made;
  }

  get points() {
    return this.#judgement.points;
  }
  get veto() {
    return this.#judgement.veto;
  }
  get role() {
    return this.#judgement.role;
  }
  get provider() {
    return this.#judgement.provider;
  }
  get certain() {
    return this.#judgement.certain;
  }
  get repository() {
    return this.#judgement.repository;
  }
  get prefixed() {
    return this.#judgement.prefixed;
  }
  get weak() {
    return this.#judgement.weak;
  }
  get key() {
    return this.#judgement.key;
  }
  get code() {
    return this.#judgement.code;
  }
  get speaksOllama() {
    return this.#judgement.speaksOllama;
  }
  get argument() {
    return this.#judgement.argument;
  }
  get why() {
    return this.#judgement.why;
  }
}

export const nothing: Judgement = { points: 0, role: 'model', provider: undefined, why: [] };

const veto = (reason: NonNullable<Judgement['veto']>, ...why: string[]): Judgement => ({
  ...nothing,
  veto: reason,
  why,
});

export function judge(slot: Slot, facts: DocumentFacts): Judgement {
  const { context } = slot;
  if (context.isKey) return ofKey(context);
  if (context.format === 'modelfile') return ofModelfile(context);
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
  if (context.call) return ofCall(context, () => ofPath(context, facts));
  return ofPath(context, facts);
}

function ofModelfile(context: SlotContext): Judgement {
  const word = context.path.at(-1);
  const role = word === 'ADAPTER' ? 'adapter' : 'base';
  return { points: 3, role, provider: providers.get('ollama'), certain: true, why: [`${word} of a Modelfile`] };
}

const otherHost = /^https?:\/\/(?!(?:[\w-]+\.)*(?:huggingface\.co|hf\.co|ollama\.com)\/)/;

/** The text of a link is what the link is. */
function ofMarkdown({ context, value }: Slot, facts: DocumentFacts): Judgement {
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

/** Keys name models in a map `models:`; elsewhere only a name that is known by itself counts. */
function ofKey(context: SlotContext): Judgement {
  const keys = context.path.slice(0, -1).filter((key): key is string => typeof key === 'string');
  const data = keys.find((key) => readKey(key).sense === 'dataset');
  if (data !== undefined) return veto('dataset', `under ${data}`);
  const parent = keys.at(-1);
  if (parent !== undefined && packages.test(parent)) return veto('other', `under ${parent}`);
  if (parent === undefined || !listsModels(parent)) {
    const about = parent !== undefined && readKey(parent).about;
    return about ? { ...nothing, key: true, points: 1, why: [`key under ${parent}`] } : { ...nothing, key: true };
  }
  return {
    points: 2,
    role: 'model',
    key: true,
    provider: providerBeside(context, readKey(parent)),
    why: [`key under ${parent}`],
  };
}

/** Keys of package managers' files below which names of packages are keys. */
const packages = /dependenc|^(?:require(?:-dev)?|packages|resolutions|overrides)$/i;

const listsModels = (key: string) => readKey(key).sense === 'model' && /s$/i.test(key);

function ofCommand(context: SlotContext, row: CommandRow, name: string): Judgement | undefined {
  const provider: Provider | undefined =
    row.runtime && (providers.get(row.runtime) ?? { id: row.runtime, kind: 'huggingface' });
  const kind = context.siblings().get('repo_type') ?? '';
  if (/^(?:dataset|space)$/.test(kind)) return veto('dataset', `${name} of a ${kind}`);
  if (context.flag !== undefined) {
    const role = row.flags?.[context.flag];
    const said = `option ${context.flag} of ${name}`;
    if (role) return { points: 3, role, provider, certain: true, repository: !provider, why: [said] };
    const judged = fromReading(context, readKey(context.flag), said);
    if (judged.points === 0 && !judged.veto) return undefined;
    return provider ? { ...judged, provider } : judged;
  }
  const position = context.path[0];
  if (typeof position !== 'number' || context.path.length > 1) return undefined;
  if (row.models === 'all' || (row.models !== 'none' && row.models.includes(position)))
    return {
      points: 3,
      role: row.role ?? 'model',
      provider,
      certain: true,
      repository: !provider,
      why: [`argument of ${name}`],
    };
  return row.writes ? veto('other', `${name} writes to it`) : { ...nothing, provider };
}

const pointsOf = { model: 3, hint: 2, weak: 1 } as const;

function fromReading(context: SlotContext, reading: KeyReading, said: string): Judgement {
  switch (reading.sense) {
    case 'model':
    case 'hint':
    case 'weak':
      return found(context, reading, pointsOf[reading.sense], reading.role, said);
    case 'dataset':
      return veto('dataset', `${said} names data`);
    case 'alias':
      return veto('alias', `${said} is a name for clients`);
    case 'provider':
      return { ...nothing, points: 2, veto: 'provider', why: [`${said} names a provider`] };
    case 'not':
      return veto('other', `${said} names something else`);
    default:
      return found(context, reading, 0, reading.role);
  }
}

/** Words of keys whose values are repositories: what trains or downloads has no providers. */
const repositoryWords = new Set([
  'repo',
  'repository',
  'hf',
  'pretrained',
  'checkpoint',
  'path',
  'adapter',
  'lora',
  'peft',
  'tokenizer',
]);

/** A judgement whose provider is looked for only when a recogniser asks. */
function found(
  context: SlotContext,
  reading: KeyReading,
  points: Judgement['points'],
  role: Role,
  ...why: string[]
): Judgement {
  let provider: Provider | undefined | null = null;
  return {
    points,
    role,
    why,
    weak: reading.sense !== 'model' && reading.sense !== 'hint',
    prefixed: context.path.includes('litellm_params'),
    repository: role === 'base' || reading.words.some((word) => repositoryWords.has(word)),
    get provider() {
      if (provider === null) provider = providerBeside(context, reading);
      return provider;
    },
  };
}

/** Entries that name the class or function which the others beside them are for (Hydra, Lightning, SpeechBrain). */
const classKeys = ['_target_', 'class_path', '!tag'];

/** What is called with the entries beside a value, where that loads a model or data: `_target_: a.b.from_pretrained`. */
function loaderBeside(context: SlotContext): { name: string; sense: 'model' | 'dataset'; role?: Role } | undefined {
  const siblings = context.siblings();
  for (const key of classKeys) {
    const name = siblings.get(key)?.replace(/^!\w+:/, '');
    if (name === undefined) continue;
    const row = callRow(name);
    if (row?.sense === 'model' || row?.sense === 'dataset')
      return { name, sense: row.sense, ...(row.role ? { role: row.role } : {}) };
    if (/huggingface|from_pretrained/i.test(name)) return { name, sense: 'model' };
  }
  return undefined;
}

/** Keys whose value is meant for the name beside it: `name: MODEL_ID, value: …`. */
const valueKeys = new Set(['value', 'default', 'defaultvalue', 'default_value', 'content']);
const nameKeys = ['name', 'key', 'variable', 'param', 'parameter', 'option'];
/** Keys that name an entry, which says nothing of the model where another key does. */
const entryNames = new Set(['name', 'id', 'key', 'slug', 'title', 'label']);

function ofPath(context: SlotContext, facts: DocumentFacts): Judgement {
  const keys = context.path.filter((key): key is string => typeof key === 'string');
  const last = keys.at(-1);
  if (last === undefined) return nothing;
  const named = valueKeys.has(last.toLowerCase()) ? nameBeside(context) : undefined;
  const own = readKey(named ?? last);
  const said = named === undefined ? `key ${last}` : `value of ${named}`;
  if (own.sense === 'alias' || own.sense === 'not' || own.sense === 'dataset' || own.sense === 'provider')
    return fromReading(context, own, said);
  if (own.sense === 'model') {
    const listed = own.words.at(-1) === 'name' && context.siblings().has('litellm_params');
    if (listed) return veto('alias', `${said} is a name for clients`);
    if (isThing(context, own, keys)) return found(context, own, 0, own.role);
    const role = own.role === 'model' ? roleAbove(keys) : own.role;
    const judged = withService(fromReading(context, { ...own, role }, said), keys, facts);
    // `model:` alone is what cars have as well: the text must have to do with models of our kind.
    const bare =
      own.words.length === 1 &&
      (dataFormats.has(context.format) || (context.format === 'javascript' && keys.length > 1));
    const surely = !bare || facts.speaksModels || providerBeside(context, own) !== undefined;
    return surely ? judged : { ...judged, points: 2 };
  }
  const above = named === undefined ? aboveOf(context, keys) : [];
  const data = above.find((key) => readKey(key).sense === 'dataset');
  if (data !== undefined) return veto('dataset', `under ${data}`);
  // `datasets.yaml` holds data, unless a key in it says otherwise.
  const file = facts.fileName.replace(/\.\w+$/, '');
  if (readKey(file).sense === 'dataset' && !above.some((key) => readKey(key).about))
    return veto('dataset', `in ${facts.fileName}`);
  if (saysData(context)) return veto('dataset', 'beside it stands that this is data');
  const loader = loaderBeside(context);
  if (loader?.sense === 'dataset') return veto('dataset', `${said} of ${loader.name}`);
  if (loader && (own.sense === 'hint' || own.sense === 'weak'))
    return found(context, own, 3, loader.role ?? own.role, `${said} of ${loader.name}`);
  const parent = above.findLast((key) => readKey(key).sense !== 'weak');
  if (own.sense === 'hint') {
    const under = parent !== undefined && readKey(parent).about;
    return under ? found(context, own, 3, own.role, `${said} under ${parent}`) : fromReading(context, own, said);
  }
  if (own.words.join() === 'repository' && imageSiblings.some((key) => context.siblings().has(key)))
    return veto('other', `${said} is an image's`);
  if (entryNames.has(last) && hasModelBeside(context)) return found(context, own, 1, 'model', `${said} of an entry`);
  return fromAbove(context, own, said, above, parent, facts);
}

/** `embedder: {config: {model: …}}` */
function roleAbove(keys: readonly string[]): Role {
  for (const key of keys.slice(-4, -1).reverse()) {
    const { role } = readKey(key);
    if (role === 'embedding' || role === 'reranker' || role === 'draft') return role;
  }
  return 'model';
}

const request = /(?:completions|embeddings|responses|messages|chat|images)\.(?:create|parse|stream)$/i;

/** A request in a program goes to the one service that the program speaks to. */
function withService(judged: Judgement, keys: readonly string[], facts: DocumentFacts): Judgement {
  if (!keys.some((key) => request.test(key))) return judged;
  const provider = judged.provider ?? facts.service;
  return provider ? { ...judged, provider } : judged;
}

/** A key that says little takes its sense from the keys above it, from who runs it, or from the file's name. */
function fromAbove(
  context: SlotContext,
  own: KeyReading,
  said: string,
  above: readonly string[],
  parent: string | undefined,
  facts: DocumentFacts,
): Judgement {
  const weak = own.sense === 'weak';
  const reading = parent === undefined ? undefined : readKey(parent);
  if (reading && parent !== undefined) {
    if (reading.sense === 'not') return fromReading(context, reading, `under ${parent}`);
    if (reading.sense === 'provider' && weak) return fromReading(context, reading, `${said} under ${parent}`);
    const role = own.role !== 'model' ? own.role : reading.role;
    const why = `${said} under ${parent}`;
    // `models: {fast: …}` lists models by names of its own; `model: {dtype: …}` has settings beside the name.
    const direct = weak || (listsModels(parent) && above.at(-1) === parent);
    if (reading.sense === 'model') return found(context, own, direct ? 3 : 2, role, why);
    if (reading.sense === 'alias' || reading.about) return found(context, own, 2, role, why);
    if (reading.sense === 'hint' && weak) return found(context, own, 2, role, why);
  }
  if (weak && providerBeside(context, own)) return found(context, own, 2, 'model', `${said} beside its provider`);
  if (readKey(facts.fileName.replace(/\.\w+$/, '')).about)
    return found(context, own, weak ? 2 : 1, 'model', `${said} in ${facts.fileName}`);
  return weak ? found(context, own, 1, 'model', said) : found(context, own, 0, 'model');
}

const dataFormats: ReadonlySet<string> = new Set(['yaml', 'json', 'toml', 'properties', 'markdown']);

/** Entries that show a `repository` beside them to be an image's. */
const imageSiblings = ['tag', 'registry', 'pullPolicy', 'imagePullPolicy', 'digest'];

/** The keys above. In HCL the labels of a block are names that people give, but a variable's says what it is. */
function aboveOf(context: SlotContext, keys: readonly string[]): readonly string[] {
  const labelled = context.format === 'hcl' && /^(?:resource|module|data|provider|output)$/.test(keys[0] ?? '');
  return keys.slice(labelled ? 3 : 0, -1);
}

/** Whether the `model:` is a car's, a device's or a table's. */
function isThing(context: SlotContext, own: KeyReading, keys: readonly string[]): boolean {
  if (own.words.some((word) => word !== 'model' && word !== 'name' && word !== 'id')) return false;
  if (keys.slice(0, -1).some((key) => thingParents.has(key.toLowerCase()))) return true;
  for (const [key, value] of context.siblings()) {
    const name = key.toLowerCase();
    // Who sells a thing is a vendor; so is who runs a model, but then a provider that is known.
    if (thingSiblings.has(name) || (name === 'vendor' && !providers.has(value.toLowerCase()))) return true;
  }
  return false;
}

function nameBeside(context: SlotContext): string | undefined {
  const siblings = context.siblings();
  for (const key of nameKeys) {
    const value = siblings.get(key) ?? siblings.get(`${key[0]?.toUpperCase()}${key.slice(1)}`);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

const withModel = new WeakMap<ReadonlyMap<string, string>, boolean>();

function hasModelBeside(context: SlotContext): boolean {
  const siblings = context.siblings();
  let known = withModel.get(siblings);
  if (known === undefined) {
    known = [...siblings].some(([key, value]) => readKey(key).sense === 'model' && /^[A-Za-z][\w./:@-]+$/.test(value));
    withModel.set(siblings, known);
  }
  return known;
}

function saysData(context: SlotContext): boolean {
  const siblings = context.siblings();
  for (const key of ['repo_type', 'type', 'kind', 'repoType'])
    if (/^(?:dataset|datasets|space|evaluation)$/i.test(siblings.get(key) ?? '')) return true;
  return false;
}
