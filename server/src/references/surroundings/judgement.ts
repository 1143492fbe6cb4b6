/** What the surroundings of a slot say about it: points, a veto, a role, who runs the model. */
import type { KeyReading } from '../tables/keys.ts';
import type { Provider } from '../tables/providers.ts';
import type { Role, SlotContext } from '../types.ts';
import { providerBeside } from './provider.ts';

export interface Judgement {
  /** 3: says that the value is a model; 2: hints at it; 1: could be; 0: says nothing. */
  readonly points: 0 | 1 | 2 | 3;
  /** Why the value can be no reference, whatever its name. */
  readonly veto?: 'dataset' | 'other' | 'alias' | 'provider' | 'listed';
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
  /** What a longer name is searched for: `model.includes("qwen3")` speaks of all of a family. */
  readonly fragment?: boolean;
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
  /** The text runs, builds or pulls containers. */
  readonly speaksContainers: boolean;
  /** Program source that uses Ollama's library. */
  readonly importsOllama: boolean;
  /** Names of Python's imports, by what the program calls them: `load` → `mlx_lm.load`. */
  readonly imported: ReadonlyMap<string, string>;
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
  get fragment() {
    return this.#judgement.fragment;
  }
  get argument() {
    return this.#judgement.argument;
  }
  get why() {
    return this.#judgement.why;
  }
}

export const nothing: Judgement = { points: 0, role: 'model', provider: undefined, why: [] };

export const veto = (reason: NonNullable<Judgement['veto']>, ...why: string[]): Judgement => ({
  ...nothing,
  veto: reason,
  why,
});

const pointsOf = { model: 3, hint: 2, weak: 1 } as const;
const saysOf = { model: 'says that it is a model', hint: 'hints at a model', weak: 'may name a model' } as const;

export function fromReading(context: SlotContext, reading: KeyReading, said: string): Judgement {
  switch (reading.sense) {
    case 'model':
    case 'hint':
    case 'weak':
      return found(context, reading, pointsOf[reading.sense], reading.role, `${said} ${saysOf[reading.sense]}`);
    case 'dataset':
      return veto('dataset', `${said} names data`);
    case 'listed':
      return { ...veto('listed', `${said} speaks of models`), points: 1 };
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
export function found(
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
