/** The other commands as processes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folderWith.ts';
import { modelterms, root } from './kit.ts';

describe('explain', () => {
  it.each([
    ['meta-llama/Llama-3.1-8B-Instruct', /700,000,000 monthly users/],
    ['qwen2.5:3b', /[Nn]on-commercial/],
    ['qwen2.5:7b', /Apache/],
    ['TheBloke/Llama-2-7B-Chat-GGUF', /meta-llama\/Llama-2-7b-chat/i],
    ['acme/secret-7b', /no licence is known/],
  ])('%s', (id, said) => {
    const { code, error, out } = modelterms(root, 'explain', id);
    expect([code, error]).toEqual([0, '']);
    expect(out.startsWith(id)).toBe(true);
    expect(out).toMatch(said);
    expect(out).toMatch(/not legal advice$/m);
  });

  it('weighs against the policy of the place', () => {
    const folder = folderWith({ '.modelterms.yaml': 'usage:\n  monthlyActiveUsers: 120000\n' });
    const { out } = modelterms(folder, 'explain', 'meta-llama/Llama-3.1-8B-Instruct');
    expect(out).toMatch(/does not apply.*120,000/);
  });

  it('prints data when asked', () => {
    const { out } = modelterms(root, 'explain', 'qwen2.5:3b', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ id: 'qwen2.5:3b', kind: 'ollama', license: 'qwen-research' });
  });

  it('takes the kind it is told', () => {
    const { out } = modelterms(root, 'explain', 'qwen2.5', '--kind', 'huggingface', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ kind: 'huggingface' });
  });

  it('of a model that nobody knows says what to do next', () => {
    const { out } = modelterms(root, 'explain', 'acme/secret-7b');
    expect(out).toContain('read the terms on its page: https://huggingface.co/acme/secret-7b');
    expect(out).toContain('models:\n        - id: "acme/secret-7b"\n');
    expect(out).not.toMatch(/Did you mean|How this is known/);
    expect(modelterms(root, 'explain', 'lama3.1').out).toContain('Did you mean llama3.1?');
    expect(modelterms(root, 'explain', 'Qwen/Qwn2.5-7B-Instruct').out).toContain(
      'Did you mean Qwen/Qwen2.5-7B-Instruct',
    );
  });

  it('ends with what could stand in for a restricted model', () => {
    const { out } = modelterms(root, 'explain', 'qwen2.5:3b');
    expect(out).toMatch(/\n\nMore open stand-ins \(modelterms alternatives qwen2\.5:3b\)\n {2}- [\w.:-]+ · /);
  });

  it('of a rule shows its page', () => {
    expect(modelterms(root, 'explain', 'user-threshold').out).toMatch(/^# user-threshold: /);
    expect(modelterms(root, 'explain', 'unused-exception').out).toContain('## How to settle it');
  });

  it.each(['[x](command:quit)\u202E', 'a'.repeat(10_000), '\u001B[31mred'])('shows a strange id as it is: %j', (id) => {
    const { code, out } = modelterms(root, 'explain', id);
    expect(code).toBe(0);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(out.length).toBeLessThan(5000);
  });
});

describe('alternatives', () => {
  it.each([
    ['llama3.2:3b', /^[a-z0-9.-]+(:[\w.-]+)? {2}/],
    ['meta-llama/Llama-3.1-8B-Instruct', /^[\w.-]+\/[\w.-]+ {2}/],
  ])('%s: names of the same form', (id, line) => {
    const { code, out } = modelterms(root, 'alternatives', id);
    expect(code).toBe(0);
    expect(out).toMatch(line);
  });

  it('says so where there is nothing', () => {
    const { code, out } = modelterms(root, 'alternatives', 'allenai/OLMo-2-1124-7B-Instruct');
    expect([code, out]).toEqual([0, 'No more open stand-in for allenai/OLMo-2-1124-7B-Instruct is known.\n']);
  });

  it.each([
    ['nosuch', /Nothing is known of nosuch[\s\S]*models:\n +- id: "nosuch"/],
    ['qwen2.5:3bb', /Did you mean qwen2\.5:3b/],
    ['acme/nosuch', /https:\/\/huggingface\.co\/acme\/nosuch/],
  ])('leads on from a name that is not known: %s', (id, next) => {
    const { code, out } = modelterms(root, 'alternatives', id);
    expect(code).toBe(0);
    expect(out).toMatch(next);
  });

  it('prints data when asked', () => {
    const { out } = modelterms(root, 'alternatives', 'llama3.2:3b', '-f', 'json');
    expect(JSON.parse(out)[0]).toMatchObject({ replacement: expect.any(String), license: expect.any(String) });
  });
});

describe('licenses', () => {
  it('lists them', () => {
    const { out } = modelterms(root, 'licenses');
    expect(out).toMatch(/^apache-2\.0 .*OSI-approved$/m);
    expect(out).toMatch(/^llama3\.1 /m);
  });

  it('shows one clause by clause, by any of its names', () => {
    for (const name of ['llama3.1', 'LLAMA3.1']) {
      const { code, out } = modelterms(root, 'licenses', name);
      expect(code).toBe(0);
      expect(out).toMatch(/user-threshold \(2\): count 700,000,000/);
    }
  });

  it('prints data when asked', () => {
    expect(JSON.parse(modelterms(root, 'licenses', 'mit', '-f', 'json').out)).toMatchObject({ id: 'mit', osi: true });
    expect(JSON.parse(modelterms(root, 'licenses', '-f', 'json').out).length).toBeGreaterThan(20);
  });

  it('knows what it does not know', () => {
    const { code, error } = modelterms(root, 'licenses', 'frobnicate');
    expect(code).toBe(2);
    expect(error).toBe('modelterms: no licence “frobnicate” in the database. “modelterms licenses” lists them.\n');
  });

  it.each([
    ['gema', 'Did you mean gemma?'],
    ['qwen-reserch', 'Did you mean qwen-research?'],
    ['hunyuan-a13', 'Did you mean'],
  ])('%s: %s', (id, hint) => {
    expect(modelterms(root, 'licenses', id).error).toContain(hint);
  });
});

describe('init', () => {
  it('writes a policy file that says nothing yet', () => {
    const folder = folderWith({ 'a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n' });
    const out = 'wrote .modelterms.yaml; look it over, then run modelterms check\n';
    expect(modelterms(folder, 'init')).toEqual({ code: 0, out, error: '' });
    expect(readFileSync(path.join(folder, '.modelterms.yaml'), 'utf8')).toMatch(/^#/);
    const checked = modelterms(folder, 'check').out;
    expect(checked).toMatch(/1 warning$/m);
    expect(checked).not.toMatch(/policy-file/);
  });

  it('does not write over one', () => {
    const folder = folderWith({ '.modelterms.yaml': 'policy: {}\n' });
    const { code, error } = modelterms(folder, 'init');
    expect([code, error]).toEqual([2, 'modelterms: .modelterms.yaml is there already; --force writes over it\n']);
    expect(modelterms(folder, 'init', '--force').code).toBe(0);
  });
});
