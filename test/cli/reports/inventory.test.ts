/** The inventories for tools and for people. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../folderWith.ts';
import { modelterms, root } from '../kit.ts';
import { EXAMPLES, MODEL } from './kit.ts';

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
