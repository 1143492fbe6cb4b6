/** A small database for tests, written as its source files are. */
import { compile } from './compile.ts';
import { openDatabase } from './lookup.ts';
import type { SourceFile, Sources } from './sources/load.ts';
import { YamlFile } from './sources/yaml-file.ts';
import { toText } from './text.ts';
import type { Database } from './types.ts';

/** File name → text, as under licenses-db/. */
export type Files = Readonly<Record<string, string>>;

export function sourcesOf(files: Files): Sources {
  const under = <T>(folder: string): SourceFile<T>[] =>
    Object.entries(files)
      .filter(([name]) => name.startsWith(folder))
      .map(([name, text]) => new YamlFile(name, text))
      .map((file) => ({ file, data: file.data as T }));
  return {
    licenses: under('licenses/'),
    publishers: under('models/'),
    openness: under('openness/'),
    alternatives: under('alternatives/'),
    republishers: under('republishers.yaml'),
  };
}

export function databaseOf(files: Files): Database {
  return openDatabase(toText(compile(sourcesOf(files))));
}

export const SOURCE = '{ title: model card, url: "https://example.com/card", checked: 2026-11-22 }';

/** A licence file; `more` is further YAML. */
export function license(id: string, openness: string, more = 'clauses: []'): string {
  return `id: ${id}
name: ${id} licence
shortName: ${id}
osi: ${openness === 'open-weights'}
kind: ${openness === 'open-weights' ? 'permissive' : 'ai'}
openness: ${openness}
documents: { license: { title: ${id} } }
summary: { may: [], must: [], mustNot: [] }
verification: partial
source: ${SOURCE}
${more}
`;
}

/** Two publishers, a republisher, licences free, restricted and non-commercial. */
export const FIXTURE: Files = {
  'licenses/free.yaml': license('free', 'open-weights', 'clauses: []\nspdx: FREE-1.0\naliases: [Free Licence]'),
  'licenses/bound.yaml': license(
    'bound',
    'restricted-weights',
    `clauses:
  - { type: acceptable-use, section: "1", policy: license, forbids: [weapons] }
  - { type: license-copy, section: "2", when: you share it }
recognise: { title: [Bound Licence], phrases: [bound to the mast] }`,
  ),
  'licenses/bound-2.yaml': license(
    'bound-2',
    'restricted-weights',
    `clauses:
  - { type: acceptable-use, section: "1", policy: license, forbids: [weapons] }
  - { type: field-of-use, section: "2", forbids: [war] }
recognise: { title: [Bound Licence], phrases: [bound to the mast, "Version Two"] }`,
  ),
  'licenses/study.yaml': license(
    'study',
    'noncommercial-weights',
    `clauses:
  - { type: non-commercial, section: "1" }`,
  ),
  'models/maker.yaml': `publisher: maker
name: Maker
orgs: [Maker, maker-labs]
families:
  - id: lark
    name: Lark
    orgs: [Maker]
    patterns: ['Lark-?(?<version>\\d(?:\\.\\d)?)-(?<size>\\d+B)(?:-(?<variant>.+))?']
    inThirdPartyNames: true
    task: text-generation
    releases:
      - { range: <2.0.0, name: Lark 1, license: bound, context: 4096, source: ${SOURCE} }
      - range: '>=2.0.0 <3.0.0'
        name: Lark 2
        license: free
        context: 8192
        components: { weights: open, trainingCode: open, trainingData: described, source: ${SOURCE} }
        exceptions:
          - { sizes: [3B], license: study, source: ${SOURCE} }
          - { variants: ['Chat*'], form: instruct, source: ${SOURCE} }
        source: ${SOURCE}
    examples: [Maker/Lark-1-7B, Maker/Lark-1-9B-Chat, Maker/Lark-1-70B-Chat, Maker/Lark-2-8B-Chat, Maker/Lark-2-9B-Chat, Maker/Lark-2.5-3B-Chat]
models:
  - { id: maker-labs/Wren-Distill-7B, license: free, form: reasoning, bases: [{ id: Maker/Lark-1-7B, relation: distilled }], source: ${SOURCE} }
  - { id: maker-labs/Owl, license: free, disputed: [{ license: bound, source: ${SOURCE} }], source: ${SOURCE} }
ollama:
  - name: lark2
    latest: 7b
    tags:
      3b: { model: Maker/Lark-2-3B-Chat, layer: study, parameters: 3.1 }
      7b: { model: Maker/Lark-2-7B-Chat, layer: bound, parameters: 7.2, form: instruct }
      7b-text: { model: Maker/Lark-2-7B, form: base }
      72b: { noLayer: true }
    source: ${SOURCE}
apis:
  - { provider: cloudy, kind: hosted, pattern: 'lark-v(?<version>\\dp\\d)-(?<size>\\d+b)', model: 'Maker/Lark-$<version>-$<size>', examples: [lark-v2p5-7b], source: ${SOURCE} }
  - { provider: maker, kind: api, pattern: 'phoenix-[\\w.-]+', examples: [phoenix-4], source: ${SOURCE} }
`,
  'models/other.yaml': `publisher: other
name: Other
orgs: [Other]
families:
  - id: finch
    name: Finch
    patterns: ['Finch-(?<size>\\d+M)']
    version: '1'
    releases: [{ name: Finch, license: free, source: ${SOURCE} }]
    examples: [Other/Finch-270M]
  - id: heron
    name: Heron
    patterns: ['Heron(?<version>\\d)?-(?<size>\\d+B)']
    version: '1'
    inThirdPartyNames: true
    releases:
      - { range: <2.0.0, license: study, source: ${SOURCE} }
      - { range: '>=2.0.0 <3.0.0', license: free, source: ${SOURCE} }
    examples: [Other/Heron-7B, Other/Heron2-7B]
`,
  'republishers.yaml': `republishers:
  - org: Packer
    strip: ['-GGUF', '-\\d-?bit']
    separator: _
    relation: quantized
    examples: [{ id: Packer/Lark-2-7B-Chat-GGUF, base: Maker/Lark-2-7B-Chat }]
    source: ${SOURCE}
`,
  'alternatives/text-generation.yaml': `task: text-generation
alternatives:
  - { id: Maker/Lark-2-7B-Chat, name: Lark 2 7B, ollama: 'lark2:7b', parameters: 7.2, released: 2026-01-01, why: free, source: ${SOURCE} }
`,
};
