/** Hugging Face: `ORG/NAME` by evidence, and names without organisation that everybody knows. */

import { enough, nameEvidence } from '../evidence.ts';
import type { Piece } from '../pieces.ts';
import type { DocumentFacts, Judgement } from '../surroundings/judgement.ts';
import { fullId } from '../tables/bareNames.ts';
import { prefixOf } from '../tables/prefixes.ts';
import { serviceMakers, servicesName } from '../tables/providers.ts';
import {
  closedName,
  fileEnding,
  formatToken,
  noName,
  notOrganisations,
  placeholderAnywhere,
  placeholderName,
  quantTag,
  routeTag,
  serverImage,
  sizeToken,
  weightsEnding,
} from '../tables/shapes.ts';
import type { Knowledge } from '../types.ts';
import type { Draft } from './draft.ts';
import { copyOfLibrary, splitOllama } from './ollama.ts';

const organisationPattern = /^[A-Za-z0-9](?:[\w.-]{0,94}[A-Za-z0-9_])?$/;
const namePattern = /^[A-Za-z0-9_](?:[\w.-]{0,94}[\w])?$/;

/** Models with the plainest of names. */
const plainNames: ReadonlySet<string> = new Set(['pyannote/embedding']);

/** Whether the two parts could be a repository on the hub: its own rules, and no placeholder or path. */
export function validId(organisation: string, name: string): boolean {
  if (!organisationPattern.test(organisation) || !namePattern.test(name)) return false;
  if (/--|\.\./.test(organisation) || /\.\.|^\.|\.git$/.test(name)) return false;
  if (/[-_]bucket$/i.test(organisation) || serverImage.test(`${organisation}/${name}`)) return false;
  if (/^\d+$/.test(organisation) || /^\d{1,4}$/.test(name)) return false;
  if (notOrganisations.has(organisation.toLowerCase()) || noName.test(name)) return false;
  // `TTS-1.7B/0.6B-Voice` are two sizes of one, `x/step1000` is a state of training.
  if (/\d[bB]$/.test(organisation) && /^\d/.test(name)) return false;
  if (/^(?:step|checkpoint|ckpt|epoch|iter)[-_]?\d{3}/i.test(name)) return false;
  if (placeholderName.test(name) && !plainNames.has(`${organisation}/${name}`)) return false;
  return !placeholderAnywhere.test(organisation) && !placeholderAnywhere.test(name);
}

/** `ORG/NAME` with `@revision`, `:quantisation` or `/file` behind it. */
interface Id {
  readonly organisation: string;
  readonly name: string;
  readonly revision?: string;
  readonly file?: string;
}

export function splitId(text: string): Id | undefined {
  const slash = text.indexOf('/');
  if (slash <= 0) return undefined;
  const organisation = text.slice(0, slash);
  // `ORG/NAME--module.Class`: code in a repository.
  const [behind = '', code] = text.slice(slash + 1).split('--');
  if (code !== undefined && !code.includes('.')) return undefined;
  const name = behind.split(/[/@:#?]/)[0] as string;
  const { revision, tag, file } = tailOf(behind.slice(name.length)) ?? {};
  if (revision === undefined && tag === undefined && file === undefined && behind !== name) return undefined;
  if (!validId(organisation, name)) return undefined;
  if (tag !== undefined && !quantTag.test(tag) && !routeTag.test(tag)) return undefined;
  const quantisation = tag !== undefined && quantTag.test(tag) ? tag : undefined;
  return {
    organisation,
    name,
    ...(revision !== undefined ? { revision } : {}),
    ...(file !== undefined && file !== '' ? { file } : quantisation !== undefined ? { file: quantisation } : {}),
  };
}

/** `@revision`, `:tag` and `/file` behind a name, in this order; undefined where anything else follows. */
function tailOf(tail: string): { revision?: string; tag?: string; file?: string } | undefined {
  const revision = /^@[\w./@-]+/.exec(tail)?.[0];
  const rest = tail.slice(revision?.length ?? 0);
  const tag = /^:[\w.,-]+/.exec(rest)?.[0];
  const file = rest.slice(tag?.length ?? 0);
  if (file !== '' && !file.startsWith('/')) return undefined;
  return {
    ...(revision ? { revision: revision.slice(1) } : {}),
    ...(tag ? { tag: tag.slice(1) } : {}),
    ...(file ? { file: file.slice(1) } : {}),
  };
}

export function huggingface(
  piece: Piece,
  judgement: Judgement,
  knowledge: Knowledge,
  facts: DocumentFacts,
): Draft | undefined {
  return piece.text.includes('/') ? withOrganisation(piece, judgement, knowledge, facts) : bareName(piece, judgement);
}

function withOrganisation(
  piece: Piece,
  judgement: Judgement,
  knowledge: Knowledge,
  facts: DocumentFacts,
): Draft | undefined {
  const id = splitId(piece.text);
  if (!id) return undefined;
  const { organisation, name } = id;
  const tagged = piece.text.includes(':') ? splitOllama(piece.text) : undefined;
  if (tagged?.tag && piece.text === piece.text.toLowerCase() && copyOfLibrary(tagged, knowledge)) return undefined;
  // A file inside a repository is a path unless it is weights; a path of three parts is one anyway.
  if (id.file?.includes('/') || (id.file && piece.text.endsWith(`/${id.file}`) && !weightsEnding.test(id.file)))
    return undefined;
  const full = `${organisation}/${name}`;
  // A name with a slash behind it is a folder where little says that it is a model.
  const sure = judgement.points === 3 && (!judgement.weak || knowledge.namesFamily(name) || sizeToken.test(name));
  if (piece.text.endsWith('/') && !sure && !knowledge.isKnownModel(full)) return undefined;
  const listed = knowledge.isListedModel(full);
  if (!listed && (fileEnding.test(name) || (weightsEnding.test(name) && !id.file))) return undefined;
  if (judgement.veto && !(listed && judgement.veto === 'listed')) return undefined;
  if (!listed && !judgement.repository && productCode(organisation, name, knowledge)) return undefined;
  const evidence = nameEvidence(organisation, name, knowledge);
  if (judgement.key && judgement.points === 0 && !knowledge.isKnownModel(`${organisation}/${name}`)) return undefined;
  // What begins with a provider's prefix is an id only where the name is known or the value a repository.
  if (!evidence.known && !judgement.repository && prefixOf(piece.text)) return undefined;
  // OpenAI's own names behind its name are the API's, unless they are weights.
  if (organisation === 'openai' && evidence.points < 3 && !judgement.repository) return undefined;
  // Behind `ollama run` everything is a name of Ollama's, but for what the hub is known to have, with its capitals.
  const ofHub = evidence.points >= 3 && (!judgement.certain || full !== full.toLowerCase());
  if (judgement.provider?.kind === 'ollama' && judgement.points >= 2 && !ofHub) return undefined;
  if (judgement.points + evidence.points < enough) return undefined;
  const end = piece.start + full.length;
  const provider = judgement.provider;
  const unknown = !evidence.known || !knowledge.isKnownModel(full);
  const service =
    (serviceMakers.has(organisation) && !evidence.known) ||
    (unknown && servicesName.test(full)) ||
    servicePrompts.test(facts.fileName);
  // a repository of the hub is weights, whatever its name
  if (closedName.test(name) && !judgement.repository && !knowledge.isKnownModel(full)) {
    const maker = knowledge.api(name)?.provider ?? provider?.id ?? organisation;
    return {
      start: piece.start,
      end,
      kind: 'api',
      id: full,
      provider: maker,
      why: [...judgement.why, 'a name that only services have'],
    };
  }
  if (service || provider?.kind === 'hosted') {
    const known = knowledge.api(full) ?? knowledge.api(name);
    const open = !service || knowledge.namesFamily(name) || servicesName.test(full);
    return {
      start: piece.start,
      end,
      kind: known?.kind ?? (open ? 'hosted' : 'api'),
      id: full,
      provider: provider?.id ?? (organisation === 'nvidia' ? 'nvidia' : 'openrouter'),
      why: [...judgement.why, ...evidence.why],
    };
  }
  return {
    start: piece.start,
    end,
    kind: 'huggingface',
    id: full,
    ...(id.revision ? { revision: id.revision } : {}),
    ...(id.file ? { file: id.file } : {}),
    ...(provider ? { provider: provider.id } : {}),
    why: [...judgement.why, ...evidence.why],
  };
}

/** Prompts for GitHub Models. */
const servicePrompts = /\.prompt\.ya?ml$/i;

/** `AV2010/21A`, `WW/CW`: two codes of one product, written without a small letter. */
function productCode(organisation: string, name: string, knowledge: Knowledge): boolean {
  if (/[a-z]/.test(name) || /[a-z]/.test(organisation)) return false;
  return !knowledge.isKnownPublisher(organisation) && !knowledge.namesFamily(name) && !formatToken.test(name);
}

/** `all-MiniLM-L6-v2` where the surroundings say that a model is meant. */
function bareName(piece: Piece, judgement: Judgement): Draft | undefined {
  const id = fullId(piece.text);
  if (!id || (piece.as === 'word' && piece.call === undefined) || judgement.veto || judgement.key) return undefined;
  // `distilbert-base-uncased` given to whatever is a model's; `gpt2` may be a kind of tokenizer.
  const unmistakable = judgement.argument === true && piece.text.split('-').length > 2;
  if (judgement.points < 2 && !unmistakable) return undefined;
  const kind = judgement.provider?.kind;
  if (kind === 'ollama') return undefined;
  const why = [...judgement.why, 'a known name without its organisation'];
  return { start: piece.start, end: piece.start + piece.text.length, kind: 'huggingface', id, why };
}
