/** Openness by component: entries about models and families, packed as one letter a part. */
import type { Packed } from '../compiled.ts';
import type { Components, OpennessFile, Source } from '../schema.ts';
import { COMPONENT_PARTS, type ComponentState } from '../vocabulary.ts';
import { inRange } from './versions.ts';

/** An entry as compiled: `states` has a letter for each of COMPONENT_PARTS, `-` where nothing is known. */
export interface CompiledOpenness {
  readonly models?: readonly string[];
  readonly family?: string;
  readonly range?: string;
  readonly states: string;
  readonly judgements?: readonly string[];
  readonly source: Source;
}

const LETTERS: Record<ComponentState, string> = { open: 'o', described: 'd', closed: 'c' };
const STATES = new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state as ComponentState]));

/** The entries of a file as they are compiled; those that name no source have the file's. */
export function compiledOpenness({ source, openness }: OpennessFile): CompiledOpenness[] {
  return openness.map(({ models, family, range, judgements, source: own, ...parts }) => ({
    ...(models && { models }),
    ...(family && { family }),
    ...(range && { range }),
    states: COMPONENT_PARTS.map((part) => LETTERS[parts[part] as ComponentState] ?? '-').join(''),
    ...(judgements && { judgements }),
    source: own ?? source,
  }));
}

function componentsOf({ states, judgements, source }: CompiledOpenness): Components {
  const parts: Partial<Record<(typeof COMPONENT_PARTS)[number], ComponentState>> = {};
  COMPONENT_PARTS.forEach((part, i) => {
    const state = STATES.get(states[i] ?? '-');
    if (state) parts[part] = state;
  });
  return { ...parts, ...(judgements && { judgements: [...judgements] }), source };
}

interface Ranged {
  readonly range?: string;
  readonly components: Components;
}

/** Unpacked whole when first asked: it is small, and nearly every look-up asks. */
export class ComponentIndex {
  private ready:
    | { readonly models: ReadonlyMap<string, Components>; readonly families: ReadonlyMap<string, readonly Ranged[]> }
    | undefined;

  constructor(
    private readonly packed: Packed,
    private readonly unpack: <T>(packed: Packed) => T,
  ) {}

  /** By id, case-insensitive. */
  ofModel(id: string): Components | undefined {
    return this.tables.models.get(id.toLowerCase());
  }

  /** `version` as captured from the name. */
  ofFamily(publisher: string, family: string, version: string): Components | undefined {
    return this.tables.families.get(`${publisher}/${family}`)?.find(({ range }) => inRange(version, range))?.components;
  }

  private get tables() {
    this.ready ??= index(this.unpack<CompiledOpenness[]>(this.packed));
    return this.ready;
  }
}

function index(entries: readonly CompiledOpenness[]) {
  const models = new Map<string, Components>();
  const families = new Map<string, Ranged[]>();
  for (const entry of entries) {
    const components = componentsOf(entry);
    for (const id of entry.models ?? []) models.set(id.toLowerCase(), components);
    if (entry.family === undefined) continue;
    const ranged = { range: entry.range, components };
    families.set(entry.family, [...(families.get(entry.family) ?? []), ranged]);
  }
  return { models, families };
}
