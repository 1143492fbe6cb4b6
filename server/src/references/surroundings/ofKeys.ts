/** The keys above a value, the entries beside it, and keys that are names themselves. */
import { type KeyReading, readKey } from '../tables/keys.ts';
import { providers } from '../tables/providers.ts';
import { callRow } from '../tables/sourceCalls.ts';
import { thingParents, thingSiblings } from '../tables/things.ts';
import type { Role, SlotContext } from '../types.ts';
import { type DocumentFacts, found, fromReading, type Judgement, nothing, veto } from './judgement.ts';
import { providerBeside } from './provider.ts';

/** Keys name models in a map `models:`; elsewhere only a name that is known by itself counts. */
export function ofKey(context: SlotContext): Judgement {
  const keys = context.path.slice(0, -1).filter((key): key is string => typeof key === 'string');
  const data = keys.find((key) => readKey(key).sense === 'dataset');
  if (data !== undefined) return veto('dataset', `under ${data}`);
  const parent = keys.at(-1);
  if (parent !== undefined && packages.test(parent)) return veto('other', `under ${parent}`);
  if (parent === undefined || !listsModels(parent)) {
    const about = parent !== undefined && readKey(parent).about;
    // `"granite:7b" = "hf://…"`: a short name for what stands behind it.
    const weak = /[/:]/.test(context.siblings().get(String(context.path.at(-1))) ?? '');
    return about
      ? { ...nothing, key: true, weak, points: 1, why: [`a key under ${parent}, which speaks of models`] }
      : { ...nothing, key: true, weak };
  }
  return {
    points: 2,
    role: 'model',
    key: true,
    provider: providerBeside(context, readKey(parent)),
    why: [`a key under ${parent}, which lists models`],
  };
}

/** Keys of package managers' files below which names of packages are keys. */
const packages = /dependenc|^(?:require(?:-dev)?|packages|resolutions|overrides)$/i;

/** `models`, and `modelConfigs`: settings by model. */
const listsModels = (key: string): boolean => {
  const { sense, about, words } = readKey(key);
  return (
    (sense === 'model' && /s$/i.test(key)) ||
    (about && /^models?$/.test(words.at(-2) ?? '') && perModel.has(words.at(-1) as string))
  );
};

const perModel: ReadonlySet<string> = new Set(
  'configs settings options prices pricing costs limits info specs registry map mapping metadata details profiles capabilities sizes presets overrides params'.split(
    ' ',
  ),
);

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

export function ofPath(context: SlotContext, facts: DocumentFacts): Judgement {
  const keys = context.path.filter((key): key is string => typeof key === 'string');
  // What a schema allows for a key is what the key holds.
  while (keys.length > 1 && alternatives.has(keys.at(-1) as string)) keys.pop();
  const last = keys.at(-1);
  if (last === undefined) return nothing;
  const named = valueKeys.has(last.toLowerCase()) ? nameBeside(context) : undefined;
  const own = readKey(named ?? last);
  const row = context.format === 'javascript' && keys.length > 1 ? callRow(keys.at(-2) as string) : undefined;
  if (row?.field === last)
    return found(context, own, 3, row.role ?? own.role, `${last} of ${keys.at(-2)}, which takes models`);
  const said = named !== undefined ? `value of ${named}` : last.startsWith('#') ? 'inline code' : `key ${last}`;
  if (
    own.sense === 'alias' ||
    own.sense === 'not' ||
    own.sense === 'listed' ||
    own.sense === 'dataset' ||
    own.sense === 'provider'
  )
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
    return surely ? judged : fromReading(context, { ...own, role, sense: 'hint' }, said);
  }
  const above = named === undefined ? aboveOf(context, keys) : [];
  const data = above.find((key) => readKey(key).sense === 'dataset');
  if (data !== undefined) return veto('dataset', `under ${data}`);
  // `datasets.yaml` holds data, unless a key in it says otherwise.
  const file = facts.fileName.replace(/\.\w+$/, '');
  if (readKey(file).sense === 'dataset' && !above.some((key) => /^(?:model|hint)$/.test(readKey(key).sense)))
    return veto('dataset', `in ${facts.fileName}`);
  if (saysData(context)) return veto('dataset', 'beside it stands that this is data');
  const loader = loaderBeside(context);
  if (loader?.sense === 'dataset') return veto('dataset', `${said} of ${loader.name}`);
  if (loader && (own.sense === 'hint' || own.sense === 'weak'))
    return found(context, own, 3, loader.role ?? own.role, `${said}, given to ${loader.name}`);
  if (last === 'id' && context.siblings().get('object') === 'model')
    return found(context, own, 3, own.role, 'the id of an object that is a model');
  const fields = fieldsOfCall(context, above, last);
  if (fields !== undefined) return found(context, own, 3, own.role, `${last} of ${fields}, which takes models`);
  const parent = above.findLast((key) => readKey(key).sense !== 'weak');
  const hub = above.at(-1) ?? '';
  if (isHub.test(hub) && own.words.includes('repo'))
    return found(context, own, 3, own.role, `${said} under ${hub}, which names a repository of the hub`);
  if (own.sense === 'hint') {
    const under = parent !== undefined && readKey(parent).about;
    return under
      ? found(context, own, 3, own.role, `${said} under ${parent}, which speaks of models`)
      : fromReading(context, own, said);
  }
  if (own.words.join() === 'repository' && imageSiblings.some((key) => context.siblings().has(key)))
    return veto('other', `${said} is an image's`);
  if (entryNames.has(last) && hasModelBeside(context))
    return found(context, own, 1, 'model', `${said} of an entry that names a model`);
  return fromAbove(context, own, said, above, parent, facts);
}

/** Keys of JSON Schema that list what a value may be. */
const alternatives: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'allOf', 'enum', 'const', 'examples', 'items']);

/** `downloadFile({ repo: "x" })`, `downloadFile({ repo: { type: "model", name: "x" } })`: the call, where it takes models there. */
function fieldsOfCall(context: SlotContext, above: readonly string[], last: string): string | undefined {
  if (context.format !== 'javascript') return undefined;
  const [outer, callee] = above.at(-1) === 'repo' ? above.slice(-2).reverse() : [last, above.at(-1)];
  const row = callee === undefined ? undefined : callRow(callee);
  return row?.hub && row.only?.test(outer as string) && (last === outer || /^(?:name|id)$/.test(last))
    ? callee
    : undefined;
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
  if (embedders.test(above.at(-1) ?? '') && /^(?:name|id)$/.test(context.path.at(-1) as string))
    return found(context, own, 3, 'embedding', `${said} under ${above.at(-1)}, which speaks of models`);
  const reading = parent === undefined ? undefined : readKey(parent);
  if (reading && parent !== undefined) {
    // `docker: {preload: […]}`: a key that has a name of its own may hold anything.
    if (reading.sense === 'not' && (weak || holdsOthers.test(parent)))
      return fromReading(context, reading, `under ${parent}`);
    if (reading.sense === 'provider' && weak) return fromReading(context, reading, `${said} under ${parent}`);
    const role = own.role !== 'model' ? own.role : reading.role;
    const why = `${said} under ${parent}, which speaks of models`;
    // `models: {fast: …}` lists models by names of its own; `model: {dtype: …}` has settings beside the name.
    const direct = weak || (listsModels(parent) && above.at(-1) === parent);
    if (reading.sense === 'model') return found(context, own, direct ? 3 : 2, role, why);
    if (reading.sense === 'alias' || reading.about) return found(context, own, 2, role, why);
    if (reading.sense === 'hint' && weak) return found(context, own, 2, role, why);
  }
  if (weak && providerBeside(context, own)) return found(context, own, 2, 'model', `${said} beside its provider`);
  if (readKey(facts.fileName.replace(/\.\w+$/, '')).about)
    return found(context, own, weak ? 2 : 1, 'model', `${said} in a file whose name speaks of models`);
  return weak ? found(context, own, 1, own.role, `${said} may name a model`) : found(context, own, 0, 'model');
}

const dataFormats: ReadonlySet<string> = new Set(['yaml', 'json', 'toml', 'properties', 'markdown']);

/** `embeddings: {name: …}` */
const embedders = /^embeddings?$/i;

/** `huggingface: {repo_id: …}` */
const isHub = /^(?:huggingface|hugging_face|hf)$/i;

const holdsOthers = /image|package|dependenc|chart|template|prompt|branch|license|author/i;

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

/** Fields of the card of a data set, and of what the hub tells of one. */
const dataFields = ['viewer_sample_rows', 'size_categories', 'task_categories'];

function saysData(context: SlotContext): boolean {
  const siblings = context.siblings();
  if (dataFields.some((key) => siblings.has(key))) return true;
  for (const key of ['repo_type', 'type', 'kind', 'repoType'])
    if (/^(?:dataset|datasets|space|evaluation)$/i.test(siblings.get(key) ?? '')) return true;
  return false;
}
