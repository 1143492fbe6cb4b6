/** Names by which providers serve models. */
import type { CompiledPublisher, Packed, StoredApi } from '../compiled.ts';
import type { ApiMatch, Publisher } from '../types.ts';
import { fillTemplate } from './families.ts';
import { MAX_NAME_LENGTH } from './family-index.ts';
import { spellVersion } from './versions.ts';

interface IndexedApi extends StoredApi {
  readonly publisher: Publisher;
  expression?: RegExp;
}

export class ApiIndex {
  private ready: readonly IndexedApi[] | undefined;

  constructor(
    private readonly compiled: readonly CompiledPublisher[],
    private readonly publishers: readonly Publisher[],
    private readonly unpack: <T>(packed: Packed) => T,
  ) {}

  match(name: string, provider?: string): ApiMatch | undefined {
    if (name.length > MAX_NAME_LENGTH) return undefined;
    const lower = name.toLowerCase();
    let first: ApiMatch | undefined;
    for (const api of this.apis) {
      if (!lower.includes(api.needle)) continue;
      api.expression ??= new RegExp(`^(?:${api.pattern})$`, 'i');
      const found = api.expression.exec(name);
      if (!found) continue;
      const match = describe(api.publisher, api.api, found.groups);
      if (provider === undefined || match.provider === provider.toLowerCase()) return match;
      first ??= match;
    }
    return first;
  }

  private get apis(): readonly IndexedApi[] {
    this.ready ??= this.compiled.flatMap(({ apis }, i) =>
      this.unpack<StoredApi[]>(apis).map((api) => ({ ...api, publisher: this.publishers[i] as Publisher })),
    );
    return this.ready;
  }
}

function describe(
  publisher: Publisher,
  data: StoredApi['api'],
  groups: Record<string, string | undefined> = {},
): ApiMatch {
  const { kind, provider, license, source } = data;
  const version = groups.version && spellVersion(groups.version);
  const model = data.model && fillTemplate(data.model, { ...groups, version });
  return { publisher, kind, provider, model, license, source };
}
