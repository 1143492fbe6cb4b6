/** The other report formats as processes, against the schemas of whoever defines them. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folderWith.ts';
import { HOSTILE_IDS } from '../protocol/firsts.ts';
import { modelterms, root } from './kit.ts';

/** A published schema. What it uses of draft 4 means the same in draft 7, but for its own name, which it does not need. */
function schema(file: string): object {
  const { id: _, $schema, ...rest } = JSON.parse(readFileSync(path.join(root, 'node_modules', file), 'utf8'));
  return $schema?.includes('draft-04') ? rest : { $schema, ...rest };
}

/** Checks against a published schema; formats that it names and ajv does not know are not checked. */
function validator(main: string, ...others: string[]): (document: unknown) => unknown[] {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, unicodeRegExp: false });
  addFormats(ajv);
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
  // the one schema refers to the others by their file names
  for (const file of others) ajv.addSchema(schema(file), `http://cyclonedx.org/schema/${path.basename(file)}`);
  const validate = ajv.compile(schema(main));
  return (document) => {
    validate(document);
    return validate.errors ?? [];
  };
}

const sarifErrors = validator('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const CYCLONEDX = '@cyclonedx/cyclonedx-library/res/schema';
const cyclonedxErrors = validator(
  `${CYCLONEDX}/bom-1.6.SNAPSHOT.schema.json`,
  `${CYCLONEDX}/spdx.SNAPSHOT.schema.json`,
  `${CYCLONEDX}/jsf-0.82.SNAPSHOT.schema.json`,
);

const MODEL = 'model: Qwen/Qwen2.5-3B-Instruct\n';
const EXAMPLES = path.join(root, 'examples');

function sarif(folder: string): Log {
  const { code, out } = modelterms(folder, 'check', '--format', 'sarif', '--fail-on', 'never');
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe('SARIF', () => {
  it('is valid for the examples', () => expect(sarifErrors(sarif(EXAMPLES))).toEqual([]));

  it('has a result for each reference with a finding, with a fix that can be applied', () => {
    const folder = folderWith({ 'a b.yaml': MODEL, 'c.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n' });
    const log = sarif(folder);
    const [run] = log.runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.results).toHaveLength(1);
    const [result] = run?.results ?? [];
    expect(result).toMatchObject({
      ruleId: 'non-commercial',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b.yaml', uriBaseId: 'SRCROOT' },
            region: { startLine: 1, startColumn: 8, endLine: 1, endColumn: 32 },
          },
        },
      ],
    });
    const replacement = result?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    expect(replacement?.insertedContent?.text).toMatch(/^[\w.-]+\/[\w.-]+$/);
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(['non-commercial']);
  });

  it('keeps its fingerprints when lines move, and tells like from like', () => {
    const prints = (text: string) =>
      sarif(folderWith({ 'a.yaml': text })).runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
    const before = prints(`a: 1\n${MODEL}other_${MODEL}`);
    expect(prints(`# one\n# two\na: 1\n${MODEL}b: 2\nother_${MODEL}`)).toEqual(before);
    expect(new Set(before?.map((print) => JSON.stringify(print))).size).toBe(2);
  });

  it('describes its rules whole, each by its page', () => {
    const { rules = [] } = sarif(EXAMPLES).runs[0]?.tool.driver ?? {};
    expect(rules.length).toBeGreaterThan(5);
    for (const { fullDescription, help, id, shortDescription } of rules) {
      expect(shortDescription?.text, id).toMatch(/^[A-Z]/);
      expect(fullDescription?.text.length, id).toBeGreaterThan(40);
      expect(help?.markdown, id).toMatch(/^Default level: \*\*/);
      expect(help?.markdown, id).toContain('## How to settle it');
      expect(help?.markdown, id).not.toMatch(/\]\([^)]*\.md\)/);
      expect(help?.text, id).not.toContain('**');
    }
  });

  it('names files from the working directory, those that were skipped as well', () => {
    const { artifacts, invocations, originalUriBaseIds, results, tool } =
      sarif(folderWith({ 'a b/#1.yaml': MODEL, 'logo.png': '' })).runs[0] ?? {};
    const file = { uri: 'a%20b/%231.yaml', uriBaseId: 'SRCROOT' };
    expect(Object.keys(originalUriBaseIds ?? {})).toEqual(['SRCROOT']);
    expect(artifacts).toEqual([{ location: file }]);
    expect(results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(file);
    expect(tool?.driver.rules?.[results?.[0]?.ruleIndex ?? -1]?.id).toBe(results?.[0]?.ruleId);
    expect(invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            message: { text: 'skipped: not a text' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'logo.png' } } }],
          },
        ],
      },
    ]);
  });

  it('has fixes that settle what they are for', () => {
    const folder = folderWith({ 'a.yaml': `# 🦙\nserve: { ${MODEL.trim()} }\n` });
    const change = sarif(folder).runs[0]?.results?.[0]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    const { deletedRegion, insertedContent } = change ?? {};
    const { endColumn = 0, startColumn = 0, startLine = 0 } = deletedRegion ?? {};
    const lines = readFileSync(path.join(folder, 'a.yaml'), 'utf8').split('\n');
    const line = lines[startLine - 1] ?? '';
    expect(line.slice(startColumn - 1, endColumn - 1)).toBe('Qwen/Qwen2.5-3B-Instruct');
    lines[startLine - 1] = line.slice(0, startColumn - 1) + insertedContent?.text + line.slice(endColumn - 1);
    expect(sarif(folderWith({ 'a.yaml': lines.join('\n') })).runs[0]?.results).toEqual([]);
  });

  it('corrects what a model card declares, and leaves alone what the model was made from', () => {
    const card = '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.2-3B-Instruct\n---\n# Llama-helper-3b\n';
    const log = sarif(folderWith({ 'README.md': card }));
    expect(sarifErrors(log)).toEqual([]);
    const fixes = log.runs[0]?.results?.[0]?.fixes ?? [];
    expect(fixes.map(({ description }) => description?.text)).toEqual(['Declare the licence “llama3.2”']);
    expect(fixes[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 20 },
        insertedContent: { text: 'llama3.2' },
      },
    ]);
  });

  it('leads from one input of a merge to the other', () => {
    const folder = folderWith({
      'merge.yaml':
        'models:\n  - model: meta-llama/Llama-2-7b-hf\n  - model: mistralai/Mistral-7B-v0.1\nmerge_method: linear\n',
    });
    const results = sarif(folder).runs[0]?.results ?? [];
    expect(
      results.map(({ locations, relatedLocations, ruleId }) => [
        ruleId,
        locations?.[0]?.physicalLocation?.region?.startLine,
        relatedLocations?.[0]?.physicalLocation?.region?.startLine,
      ]),
    ).toEqual([
      ['merge-conflict', 2, 3],
      ['merge-conflict', 3, 2],
    ]);
  });

  it('tells what is accepted apart from what is left', () => {
    const folder = folderWith({ 'a.yaml': `${MODEL.trim()} # modelterms-ignore: non-commercial -- drafts only\n` });
    const log = sarif(folder);
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0]?.results?.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.justification])).toEqual(
      [
        ['research-only', undefined],
        ['non-commercial', 'drafts only'],
      ],
    );
  });

  it('tells what was accepted, and why', () => {
    const log = sarif(
      folderWith({
        'a.yaml': `# modelterms-ignore -- drafts only\n${MODEL}`,
        'sub/b.yaml': MODEL,
        'sub/.modelterms.yaml': 'exceptions:\n  - model: Qwen/*\n    reason: evaluation\n',
      }),
    );
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0]?.results?.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: 'drafts only' }],
      [{ kind: 'external', status: 'accepted', justification: 'evaluation' }],
    ]);
  });
});

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

describe('the JSON inventory', () => {
  it('follows the public schema, with what each licence asks', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(
      JSON.parse(readFileSync(path.join(root, 'server/schema/report.schema.json'), 'utf8')),
    );
    const examples = JSON.parse(modelterms(EXAMPLES, 'report', '--format', 'json').out);
    validate(examples);
    expect(validate.errors ?? []).toEqual([]);

    const folder = folderWith({
      'a.yaml': 'model: meta-llama/Llama-3.1-8B-Instruct\n',
      'b.yaml': 'model: meta-llama/Llama-3.1-8B-Instruct # modelterms-ignore -- agreed with legal\n',
      '.modelterms.yaml': 'usage: { monthlyActiveUsers: 120000 }\n',
    });
    const { models } = JSON.parse(modelterms(folder, 'report', '--format', 'json').out);
    expect(models).toMatchObject([
      {
        id: 'meta-llama/Llama-3.1-8B-Instruct',
        licenses: [{ id: 'llama3.1', spdx: null, via: 'own' }],
        places: [{ file: 'a.yaml' }, { file: 'b.yaml' }],
        duties: expect.arrayContaining([
          expect.objectContaining({
            rule: 'user-threshold',
            verdict: 'does-not-apply',
            reason: expect.stringContaining('120,000'),
          }),
          expect.objectContaining({ rule: 'notice-file', verdict: 'conditional', asks: ['distributes'] }),
        ]),
        accepted: [{ by: 'comment', reason: 'agreed with legal' }],
      },
    ]);
  });
});

describe('the Markdown inventory', () => {
  const LLAMA = 'model: meta-llama/Llama-3.1-8B-Instruct\n';

  it('is a checklist by licence', () => {
    const folder = folderWith({ 'a.yaml': MODEL, 'b.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n' });
    const { code, out } = modelterms(folder, 'report');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!-- modelterms report -->\n\n# AI models in this project\n/);
    expect(out).toMatch(/^\| `Qwen\/Qwen2\.5-7B-Instruct` \| \[Apache License, Version 2\.0\]\(https:/m);
    // what is pressing comes first
    expect(out.match(/^### .*$/gm)).toEqual(['### Qwen Research licence', '### Apache 2.0']);
    expect(out).toMatch(/^- `Qwen\/Qwen2\.5-3B-Instruct`: named in `a\.yaml:1`; known from: /m);
    expect(out).toMatch(
      /^\*\*To settle\*\*\n\n- \[ \] \*\*warning\*\* .*Non-commercial use only.*\(non-commercial\)$/m,
    );
  });

  it('begins with what is worst', () => {
    const models = ['allenai/OLMo-2-1124-7B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct', 'Qwen/Qwen2.5-3B-Instruct'];
    const { out } = modelterms(folderWith({ 'a.yaml': models.map((id) => `- model: ${id}\n`).join('') }), 'report');
    const rows = [...out.matchAll(/^\| `([^`]+)` \|/gm)].map(([, id]) => id);
    expect(rows).toEqual(models.reverse());
  });

  it('says each thing once for all the models of a licence', () => {
    const folder = folderWith({ 'a.yaml': LLAMA, 'b.yaml': LLAMA.replace('8B', '70B') });
    const { out } = modelterms(folder, 'report');
    expect(out.match(/^### /gm)).toHaveLength(1);
    expect(out.match(/“Built with Llama”/g)).toHaveLength(1);
  });

  it('moves with what the project declares, and ticks what is done', () => {
    const files = { 'a.yaml': LLAMA, NOTICE: 'Built with Llama\n' };
    const open = modelterms(folderWith(files), 'report').out;
    expect(open).toMatch(/^\*\*If it applies\*\*\n(?:\n- .*)*/m);
    expect(open).toMatch(/^- \[ \] Above 700,000,000 monthly users .*`monthlyActiveUsers`$/m);
    const policy =
      'usage: { monthlyActiveUsers: 5, distributes: true, hosts: false, fineTunes: false, trainsOnOutputs: false }\n';
    const { out } = modelterms(folderWith({ ...files, '.modelterms.yaml': policy }), 'report');
    expect(out).not.toContain('700,000,000');
    expect(out).toMatch(/^- \[x\] Show “Built with Llama”/m);
    expect(out).toMatch(/^- \[ \] Pass on a copy of the licence/m);
  });

  it('keeps what was accepted, and what could not be read', () => {
    const folder = folderWith({ 'a.yaml': `${MODEL.trim()} # modelterms-ignore -- drafts only\n`, 'logo.png': '' });
    const { out } = modelterms(folder, 'report');
    expect(out).toMatch(/^- \[x\] `Qwen\/Qwen2\.5-3B-Instruct`: drafts only \(.*non-commercial.*\)$/m);
    expect(out).toMatch(/^## Not looked at\n\n- `logo\.png`: not a text$/m);
  });

  it('says so where there is nothing', () => {
    const { out } = modelterms(folderWith({ 'a.txt': '' }), 'report');
    expect(out).toMatch(/^1 file checked, 0 model references: nothing to report/m);
    expect(out).not.toContain('|');
  });

  it('writes to a file', () => {
    const folder = folderWith({ 'a.yaml': MODEL });
    expect(modelterms(folder, 'report', '-o', 'MODELS.md')).toEqual({ code: 0, out: '', error: '' });
    expect(readFileSync(path.join(folder, 'MODELS.md'), 'utf8')).toMatch(/^# AI models/m);
  });

  it.each(['markdown', 'json', 'cyclonedx'])(
    '%s: a report kept in the project is no place that names models',
    (format) => {
      const folder = folderWith({ 'a.yaml': MODEL });
      const report = () => {
        modelterms(folder, 'report', '-f', format, '-o', 'models.out.json');
        return readFileSync(path.join(folder, 'models.out.json'), 'utf8');
      };
      const first = report();
      expect(report()).toBe(first);
      const { references } = JSON.parse(modelterms(folder, 'check', '-f', 'json').out);
      expect(references.map(({ file }: { file: string }) => file)).toEqual(['a.yaml']);
    },
  );
});

type Node = { type: string; url?: string; children?: Node[] };
const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

describe('an id that tries to be something else', () => {
  it.each(HOSTILE_IDS)('%s', (_, id) => {
    const folder = folderWith({
      'a.json': JSON.stringify({ model: id, provider: 'ollama' }),
      'b.yaml': `model: ${JSON.stringify(id)}\n`,
      '[x](command:quit).yaml': MODEL,
      '.modelterms.yaml': `models:\n  - id: ${JSON.stringify(id)}\n    license: llama3.1\n`,
    });
    for (const format of ['sarif', 'cyclonedx', 'markdown', 'json', 'text']) {
      const { code, out } = modelterms(folder, 'report', '--format', format);
      expect(code).toBe(0);
      expect(out.replaceAll('\n', ''), format).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      if (format === 'sarif') expect(sarifErrors(JSON.parse(out))).toEqual([]);
      if (format === 'cyclonedx') expect(cyclonedxErrors(JSON.parse(out))).toEqual([]);
      if (format !== 'markdown') continue;
      const all = nodes(fromMarkdown(out.replace('<!-- modelterms report -->', '')) as Node);
      expect(all.filter(({ type }) => type === 'html' || type === 'image')).toEqual([]);
      expect(all.filter(({ url }) => url !== undefined && !url.startsWith('https://'))).toEqual([]);
    }
  });
});
