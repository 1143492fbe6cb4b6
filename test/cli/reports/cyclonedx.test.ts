/** The ML-BOM as the command line writes it, against its published schema. */
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../folderWith.ts';
import { modelterms, root } from '../kit.ts';
import { cyclonedxErrors, EXAMPLES, MODEL } from './kit.ts';

describe('CycloneDX', () => {
  const bom = (folder: string) => JSON.parse(modelterms(folder, 'report', '--format', 'cyclonedx').out);

  it('is valid for the examples', () => expect(cyclonedxErrors(bom(EXAMPLES))).toEqual([]));

  it('has each model once, with licences, lineage, duties and places', () => {
    const { components, dependencies, metadata } = bom(
      folderWith({
        'a.yaml': MODEL,
        'b/a.yaml': MODEL,
        'c.yaml': 'model: TheBloke/Llama-2-7B-Chat-GGUF\n',
        'd.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n',
        'e.yaml': 'model: deepseek-ai/DeepSeek-R1-Distill-Llama-8B\n',
        'f.yaml': 'model: acme/secret-7b\n',
      }),
    );
    const [closed, secretly, distilled, small, big] = ['', 'acme', 'deepseek-ai', 'Qwen2.5-3B', 'Qwen2.5-7B'].map(
      (part) => components.find((one: { 'bom-ref': string }) => part !== '' && one['bom-ref'].includes(part)),
    );
    expect(closed).toBeUndefined();
    expect(components).toHaveLength(5);
    expect(small).toMatchObject({
      type: 'machine-learning-model',
      group: 'Qwen',
      name: 'Qwen2.5-3B-Instruct',
      purl: 'pkg:huggingface/Qwen/Qwen2.5-3B-Instruct',
      publisher: expect.stringContaining('Qwen'),
      licenses: [{ license: { name: 'Qwen Research License Agreement', acknowledgement: 'declared' } }],
      modelCard: { modelParameters: { task: 'text-generation' } },
      evidence: { occurrences: [{ location: 'a.yaml', line: 1, offset: 7 }, { location: 'b/a.yaml' }] },
    });
    const addresses = small.externalReferences.map(({ type, url }: Record<string, string>) => [
      type,
      new URL(url ?? '').host,
    ]);
    expect(addresses).toEqual(
      expect.arrayContaining([
        ['model-card', 'huggingface.co'],
        ['license', 'huggingface.co'],
      ]),
    );
    const names = small.properties.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'modelterms:openness',
        'modelterms:duty:notice-file',
        'modelterms:finding:non-commercial',
      ]),
    );
    expect(big.licenses).toMatchObject([{ license: { id: 'Apache-2.0' } }]);
    expect(distilled.licenses).toMatchObject([
      { license: { name: 'Llama 3.1 Community License Agreement', acknowledgement: 'concluded' } },
      { license: { id: 'MIT', acknowledgement: 'declared' } },
    ]);
    expect(
      components.find((one: { name: string }) => one.name === 'Llama-2-7B-Chat-GGUF').pedigree.ancestors,
    ).toMatchObject([
      {
        group: 'meta-llama',
        name: expect.stringMatching(/^Llama-2-7b-chat/),
        purl: expect.stringMatching(/^pkg:huggingface\/meta-llama\/Llama-2-7b-chat/),
        properties: [{ name: 'modelterms:relation', value: 'quantized' }],
      },
    ]);
    expect(secretly).not.toHaveProperty('licenses');
    expect(dependencies).toContainEqual({
      ref: metadata.component['bom-ref'],
      dependsOn: components.map((one: Record<string, string>) => one['bom-ref']),
    });
  });

  it('names every licence of the database so that the official schema knows it', () => {
    const ids: { id: string; spdx?: string }[] = JSON.parse(modelterms(root, 'licenses', '--format', 'json').out);
    const folder = folderWith({
      'a.yaml': ids.map((_, i) => `- model: acme/wren-7b-v${i}\n`).join(''),
      '.modelterms.yaml': `models:\n${ids.map(({ id }, i) => `  - id: acme/wren-7b-v${i}\n    license: ${id}\n`).join('')}`,
    });
    const written = bom(folder);
    expect(cyclonedxErrors(written)).toEqual([]);
    const licenses: { license: { id?: string } }[] = written.components.flatMap(
      ({ licenses: all = [] }: { licenses?: object[] }) => all,
    );
    const spdx = new Set(ids.map((one) => one.spdx));
    const named = licenses.flatMap(({ license }) => license.id ?? []);
    expect(named.filter((id) => !spdx.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });
});
