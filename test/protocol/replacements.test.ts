/** Stand-ins for every restricted model of a document or of the workspace, over the wire. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PlainReplacement, ReplacementsAnswer } from '../../server/src/features/protocol.ts';
import { applyEdits, COMMANDS, plant, TestClient, uriOf } from './kit.ts';

let client: TestClient;
let planted: ReturnType<typeof plant> | undefined;
afterEach(async () => {
  await client.stop();
  planted?.remove();
  planted = undefined;
});
const start = async (files?: Record<string, string>) => {
  planted = files && plant(files);
  client = await TestClient.start({
    ...(planted ? { folders: [planted.folder] } : {}),
    initializationOptions: { commands: COMMANDS },
  });
};
const replacements = (params: object) =>
  client.connection.sendRequest<ReplacementsAnswer>('modelterms/replacements', params);
const after = (text: string, all: readonly PlainReplacement[]) =>
  applyEdits(
    text,
    all.map(({ range, replacement }) => ({ range: range as never, newText: replacement })),
  );

describe('in a document', () => {
  const inText = async (text: string, name = 'a.yaml') => {
    await start();
    const document = client.open(text, name);
    return { document, ...(await replacements({ uri: document.uri })) };
  };

  it('is one for each restricted model, with its reasons', async () => {
    const text =
      'chat: "meta-llama/Llama-3.1-8B-Instruct" # a\nopen: Qwen/Qwen2.5-7B-Instruct\nsmall: Qwen/Qwen2.5-3B\n';
    const found = await inText(text);
    expect(found).toMatchObject({ files: 1, references: 3 });
    expect(found.replacements).toHaveLength(2);
    for (const { description, label, version } of found.replacements) {
      expect(label).toMatch(/^\S+ → \S+ \(.+\)$/);
      expect(description).not.toBe('');
      expect(version).toBe(1);
    }
    expect(after(text, found.replacements)).toMatch(
      /^chat: "[\w.-]+\/[\w.-]+" # a\nopen: Qwen\/Qwen2\.5-7B-Instruct\nsmall: [\w.-]+\/[\w.-]+\n$/,
    );
  });

  it('drops a revision that is pinned behind the name, and says so', async () => {
    const text = 'model: hf://meta-llama/Llama-3.1-8B-Instruct@0e9e39f\n';
    const found = await inText(text);
    expect(after(text, found.replacements)).toMatch(/^model: hf:\/\/[\w.-]+\/[\w.-]+\n$/);
    expect(found.replacements[0]?.description).toContain('0e9e39f');
  });

  it('so does the quick fix', async () => {
    const text = 'model: hf://meta-llama/Llama-3.1-8B-Instruct@0e9e39f\n';
    const { document } = await inText(text);
    const [fix] = (await document.actions('meta')).filter(({ title }) => title.startsWith('Replace with'));
    expect(document.edited(fix?.edit)).toMatch(/^model: hf:\/\/[\w.-]+\/[\w.-]+\n$/);
  });

  it.each<[string, string, string, number?]>([
    ['what was accepted in place', 'a.yaml', 'model: Qwen/Qwen2.5-3B # modelterms-ignore -- evaluation only\n'],
    ['what a model card was made from', 'README.md', '---\nlicense: other\nbase_model: Qwen/Qwen2.5-3B\n---\n'],
    ['what an adapter hangs on', 'adapter_config.json', '{"base_model_name_or_path": "Qwen/Qwen2.5-7B"}'],
    [
      'what drafts for another',
      'run.sh',
      'vllm serve allenai/OLMo-2-1124-7B-Instruct --speculative-model meta-llama/Llama-3.2-1B\n',
      2,
    ],
    ['what is open already', 'a.yaml', 'model: Qwen/Qwen2.5-7B\n'],
  ])('leaves alone %s', async (_, name, text, references = 1) => {
    const found = await inText(text, name);
    expect(found.references).toBe(references);
    expect(found.replacements).toEqual([]);
  });
});

describe('in the workspace', () => {
  it('goes through all files, open or not', async () => {
    await start({
      'a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n',
      'deploy/Modelfile': 'FROM qwen2.5:3b\n',
      'open.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n',
      'accepted/a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n',
      'accepted/.modelterms.yaml': 'exceptions:\n  - model: Qwen/*\n    reason: reviewed\n',
    });
    const folder = planted?.folder ?? '';
    client.open('# typed since\nmodel: Qwen/Qwen2.5-3B-Instruct\n', 'a.yaml', { folder });
    const found = await replacements({});
    expect(found).toMatchObject({ files: 5, references: 4 });
    expect(found.replacements.map(({ range, uri, version }) => [uri, version, range.start.line])).toEqual([
      [uriOf(`${folder}/a.yaml`), 1, 1],
      [uriOf(`${folder}/deploy/Modelfile`), null, 0],
    ]);
    expect(found.replacements[1]?.replacement).toMatch(/^[\w.-]+:[\w.-]+$/);
  });

  it('is nothing where there is nothing', async () => {
    await start({ 'a.txt': 'nothing\n' });
    expect(await replacements({})).toEqual({ files: 1, references: 0, replacements: [] });
  });
});
