/** The other report formats as processes, against the schemas of whoever defines them. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Log } from 'sarif';
import { afterEach, describe, expect, it } from 'vitest';
import { HOSTILE_IDS } from '../protocol/firsts.ts';
import { plant } from '../protocol/kit.ts';
import { modelterms, root } from './kit.ts';

const planted: ReturnType<typeof plant>[] = [];
afterEach(() => {
  for (const { remove } of planted.splice(0)) remove();
});
function folderWith(files: Record<string, string>): string {
  const made = plant(files);
  planted.push(made);
  return made.folder;
}

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

  it('has each model once, with licence, lineage and places', () => {
    const { components } = bom(
      folderWith({
        'a.yaml': MODEL,
        'b/a.yaml': MODEL,
        'c.yaml': 'model: TheBloke/Llama-2-7B-Chat-GGUF\n',
        'd.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n',
      }),
    );
    expect(components).toMatchObject([
      {
        type: 'machine-learning-model',
        group: 'Qwen',
        name: 'Qwen2.5-3B-Instruct',
        purl: 'pkg:huggingface/Qwen/Qwen2.5-3B-Instruct',
        licenses: [{ license: { name: 'Qwen Research License Agreement' } }],
        evidence: { occurrences: [{ location: 'a.yaml', line: 1, offset: 7 }, { location: 'b/a.yaml' }] },
      },
      { name: 'Qwen2.5-7B-Instruct', licenses: [{ license: { id: 'Apache-2.0' } }] },
      {
        name: 'Llama-2-7B-Chat-GGUF',
        pedigree: { ancestors: [{ name: expect.stringMatching(/^meta-llama\/Llama-2-7b-chat/) }] },
      },
    ]);
  });
});

describe('the Markdown inventory', () => {
  it('is a checklist', () => {
    const folder = folderWith({ 'a.yaml': MODEL, 'b.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n' });
    const { code, out } = modelterms(folder, 'report');
    expect(code).toBe(0);
    expect(out).toMatch(/^# AI models in this project\n/);
    expect(out).toMatch(/^\| `Qwen\/Qwen2\.5-7B-Instruct` \| \[Apache License, Version 2\.0\]\(https:/m);
    expect(out).toMatch(/^## `Qwen\/Qwen2\.5-3B-Instruct`\n\n- \[ \] /m);
    expect(out).not.toMatch(/^## `Qwen\/Qwen2\.5-7B/m);
  });

  it('writes to a file', () => {
    const folder = folderWith({ 'a.yaml': MODEL });
    expect(modelterms(folder, 'report', '-o', 'MODELS.md')).toEqual({ code: 0, out: '', error: '' });
    expect(readFileSync(path.join(folder, 'MODELS.md'), 'utf8')).toMatch(/^# /);
  });
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
      const all = nodes(fromMarkdown(out) as Node);
      expect(all.filter(({ type }) => type === 'html' || type === 'image')).toEqual([]);
      expect(all.filter(({ url }) => url !== undefined && !url.startsWith('https://'))).toEqual([]);
    }
  });
});
