/**
 * The weakest evidence: what a name says of itself. "My-Llama-3.1-8B-Tune" was made from Llama 3.1 if it says true; what is
 * found so is labelled as such. The maker's own terms stay unknown; the base's come along.
 */
import { type FamilyMatch, worstOpenness } from '@modelterms/licenses-db';
import { type Context, evidenceOf, type Found, governing, handedOn, type Step } from '../found.ts';
import { formInName, nameOf, parametersInName, withoutPacking } from '../names.ts';
import type { LineageStep } from '../types.ts';
import { foundByFamily } from './family.ts';
import { fromLibrary, readOllamaName } from './ollama.ts';

export const fromName: Step = ({ kind, id }, context) => {
  if (kind === 'api') return undefined;
  if (kind === 'ollama') return fromNamespace(id, context);
  const cached = kind === 'file' ? repositoryInPath(id) : undefined;
  if (cached !== undefined) {
    const found = context.resolve({ kind: 'huggingface', id: cached });
    return found && { ...found, id, lineage: [stepOf(found, 'converted'), ...found.lineage] };
  }
  return byName(id, fileName(id), context);
};

/** `…/models--ORG--NAME/…`: where the Hugging Face cache keeps a repository. */
function repositoryInPath(path: string): string | undefined {
  const found = /(?:^|[\\/])models--([\w.-]+?)--([\w.-]+)(?=[\\/]|$)/.exec(path);
  return found ? `${found[1]}/${found[2]}` : undefined;
}

const fileName = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** `somebody/name:tag` of Ollama: by the library's name that theirs begins with, else by the families it speaks of. */
function fromNamespace(id: string, context: Context): Found | undefined {
  const { name, tag } = readOllamaName(id);
  const bare = fileName(name);
  const told = libraryNameIn(bare, context);
  // without a namespace it is the library's own: `mistral-small5` is no derivative of `mistral`
  const entry = name === bare && told !== undefined && /\d/.test(bare.slice(told.length)) ? undefined : told;
  const match = entry === undefined ? undefined : context.database.ollama(entry, tag);
  if (match?.tag) return derivedFrom(id, fromLibrary(`${entry}${tag ? `:${tag}` : ''}`, match, context));
  return byName(id, tag === undefined ? bare : `${bare}-${tag}`, context);
}

function libraryNameIn(name: string, { database }: Context): string | undefined {
  for (let end = name.length; end > 2; end = name.lastIndexOf('-', end - 1)) {
    if (database.isOllamaModel(name.slice(0, end))) return name.slice(0, end);
  }
  return undefined;
}

function byName(id: string, name: string, context: Context): Found | undefined {
  const { database } = context;
  const bare = withoutPacking(name);
  const original = bearerOf(bare, id, context);
  if (original) return derivedFrom(id, original);
  // what a publisher calls its own is no derivative of what it made before, and may have other terms
  const maker = database.publisherOf(id.slice(0, Math.max(0, id.indexOf('/'))));
  const families = database.familiesInName(bare).filter(({ publisher }) => publisher !== maker);
  const guess = families.length > 0 ? fromFamilies(id, bare, families, context) : undefined;
  const parent = families.length < 2 ? parentIn(bare, id, context) : undefined;
  return parent && tellsAsMuch(parent, guess) ? derivedFrom(id, parent) : guess;
}

/** "Holo2-8B" says whose it is; "t5-small", of the same length but without a size, is an architecture that anybody trains. */
const TELLING_RUN = /^(?=.{8}).*\d[bm](?![a-z0-9])|^(?=.{14}).*\d/i;
const MAX_WORDS = 16;

/** The longest run of a name's words that is the whole name of a model with an entry: Holo2-8B of My-Holo2-8B-abliterated. */
function parentIn(name: string, id: string, context: Context): Found | undefined {
  for (const run of runsOf(name)) {
    const spelled = context.database.idsNamed(run).some((candidate) => context.database.model(candidate) !== undefined);
    const bearer = spelled && isDistinctive(run) ? bearerOf(run, id, context) : undefined;
    if (bearer) return bearer;
  }
  return undefined;
}

/** Runs of two words and more that say whose they are, longest first; the whole name is none. */
function runsOf(name: string): string[] {
  const breaks = [...name.matchAll(/[-_ ]/g)].map(({ index }) => index).slice(0, MAX_WORDS);
  const starts = [0, ...breaks.map((at) => at + 1)];
  const ends = [...breaks, name.length];
  const runs = starts.flatMap((start, i) => ends.slice(i + 1).map((end) => name.slice(start, end)));
  return runs.filter((run) => run !== name && TELLING_RUN.test(run)).sort((a, b) => b.length - a.length);
}

/** A parent's entry may leave out what the name itself tells, such as a Llama under it; then the name has the last word. */
function tellsAsMuch(parent: Found, guess: Found | undefined): boolean {
  const told = guess && governing(guess.licenses)?.id;
  return told === undefined || parent.licenses.some(({ license }) => license.id === told);
}

/** The model that is called so; undefined where several are that have different terms, or where anybody may use the word. */
function bearerOf(name: string, id: string, context: Context): Found | undefined {
  const [first, ...others] = context.database
    .idsNamed(name)
    .filter((candidate) => candidate.toLowerCase() !== id.toLowerCase())
    .filter((candidate) => isDistinctive(name) || isOfNote(candidate, context))
    .flatMap((candidate) => context.resolve({ kind: 'huggingface', id: candidate }) ?? []);
  const terms = (found: Found) => governing(found.licenses)?.id;
  return first && others.every((other) => terms(other) === terms(first)) ? first : undefined;
}

/** "small" or "text_summarization" could be anybody's; "whisper-medium.en" and "gpt2" say whose copy it is. */
function isDistinctive(name: string): boolean {
  return /\d/.test(name) || (name.match(/[-_.]/g) ?? []).length > 1;
}

/** Of a publisher known by name, not one of the many in a file of small ones. */
function isOfNote(id: string, { database }: Context): boolean {
  const publisher = database.model(id)?.publisher ?? database.publisherOf(id.slice(0, id.indexOf('/')));
  return publisher?.name !== undefined;
}

/** Somebody's copy or derivative, by its name, of a model that is known. */
function derivedFrom(id: string, original: Found): Found {
  return {
    id,
    parameters: original.parameters,
    task: original.task,
    form: formInName(nameOf(id)) ?? original.form,
    context: original.context,
    multimodal: original.multimodal,
    licenses: handedOn(original),
    openness: withoutOwnOpenness(original.openness),
    lineage: [stepOf(original, 'derived-by-name'), ...original.lineage],
    evidence: { ...original.evidence, kind: 'name' },
  };
}

/** A derivative's own data and code are not its base's: no more can be said of it than that its weights are open. */
function withoutOwnOpenness(openness: Found['openness']): Found['openness'] {
  return openness === 'open-source' ? 'open-weights' : openness;
}

function fromFamilies(id: string, name: string, families: readonly FamilyMatch[], context: Context): Found {
  // where sizes or versions have different licences and the name does not tell which, the licence is not known
  const known = families.filter(({ unsettled }) => unsettled === undefined);
  const bases = known.map((match) => foundByFamily(releaseName(match), match, 'name', context));
  const [first] = families as [FamilyMatch];
  return {
    id,
    parameters: parametersInName(name) ?? first.parameters,
    task: first.task,
    form: formInName(name) ?? first.form,
    multimodal: first.multimodal,
    licenses: bases.flatMap(handedOn),
    openness: withoutOwnOpenness(worstOpenness(bases.map(({ openness }) => openness))),
    lineage: families.flatMap((match) => {
      const base = bases[known.indexOf(match)];
      const step = { id: null, name: releaseName(match), relation: 'derived-by-name' } as const;
      const license = base ? (governing(base.licenses)?.id ?? null) : null;
      return [{ ...step, license }, ...(base?.lineage ?? []).map((far) => withoutGuess(far, context))];
    }),
    evidence: evidenceOf('name', (known[0] ?? first).source),
  };
}

/** A base's id that was put together from a size in a stranger's name need not exist; its licence follows all the same. */
function withoutGuess(step: LineageStep, { database }: Context): LineageStep {
  const spelled = step.id !== null && database.idsNamed(nameOf(step.id)).includes(step.id);
  return spelled ? step : { ...step, id: null };
}

const releaseName = ({ unsettled, release, family }: FamilyMatch) =>
  (unsettled === 'version' ? undefined : release.name) ?? family.name;

function stepOf(found: Found, relation: LineageStep['relation']): LineageStep {
  return { id: found.id, name: found.id, relation, license: governing(found.licenses)?.id ?? null };
}
