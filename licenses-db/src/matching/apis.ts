/** Names by which providers serve models. */
import type { CompiledApi, CompiledPublisher, Packed } from '../compiled.ts';
import type { ApiName } from '../schema.ts';
import type { ApiMatch, Publisher } from '../types.ts';
import { fillTemplate } from './families.ts';
import { MAX_NAME_LENGTH } from './family-index.ts';
import { spellVersion } from './versions.ts';

interface IndexedApi {
  readonly compiled: CompiledApi;
  readonly publisher: Publisher;
  expression?: RegExp;
  data?: ApiName;
}

export class ApiIndex {
  private readonly apis: readonly IndexedApi[];

  constructor(
    compiled: readonly CompiledPublisher[],
    publishers: readonly Publisher[],
    private readonly unpack: <T>(packed: Packed) => T,
  ) {
    this.apis = compiled.flatMap(({ apis }, i) =>
      apis.map((api) => ({ compiled: api, publisher: publishers[i] as Publisher })),
    );
  }

  match(name: string, provider?: string): ApiMatch | undefined {
    if (name.length > MAX_NAME_LENGTH) return undefined;
    const lower = name.toLowerCase();
    let first: ApiMatch | undefined;
    for (const api of this.apis) {
      if (!lower.includes(api.compiled.needle)) continue;
      api.expression ??= new RegExp(`^(?:${api.compiled.pattern})$`, 'i');
      const found = api.expression.exec(name);
      if (!found) continue;
      api.data ??= this.unpack<ApiName>(api.compiled.data);
      const match = describe(api.publisher, api.data, found.groups);
      if (provider === undefined || match.provider === provider.toLowerCase()) return match;
      first ??= match;
    }
    return first;
  }
}

function describe(publisher: Publisher, data: ApiName, groups: Record<string, string | undefined> = {}): ApiMatch {
  const { kind, provider, license, source } = data;
  const version = groups.version && spellVersion(groups.version);
  const model = data.model && fillTemplate(data.model, { ...groups, version });
  return { publisher, kind, provider, model, license, source };
}
