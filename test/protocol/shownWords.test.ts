/** Words that a licence wants shown, found in what the project shows its users, over the wire. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { plant, TestClient } from './kit.ts';

const TEXT = 'model: meta-llama/Llama-3.1-8B\n';
const NOTICE =
  'Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.\n';

let client: TestClient;
let planted: ReturnType<typeof plant>;
afterEach(async () => {
  await client.stop();
  planted.remove();
});

describe('words owed to the public', () => {
  it('are missing until a page shows them', async () => {
    planted = plant({
      '.modelterms.yaml': 'usage: { distributes: true, hosts: false }\n',
      NOTICE,
      'web/index.html': '<footer>Built with love</footer>\n',
    });
    const { folder } = planted;
    client = await TestClient.start({ folders: [folder] });
    const document = client.open(TEXT, 'app.yaml', { folder });
    const [before] = await document.diagnostics();
    expect([before?.code, before?.message]).toEqual([
      'notice-missing',
      expect.stringContaining('“Built with Llama” stands nowhere'),
    ]);

    await client.registers('workspace/didChangeWatchedFiles');
    const page = path.join(folder, 'web/index.html');
    writeFileSync(page, '<footer>Built with Llama</footer>\n');
    await client.refreshedBy(() => client.changeFile(page));
    expect((await document.diagnostics()).map(({ code }) => code)).not.toContain('notice-missing');
  });

  it('do not count in pages that are left out of the project, for as long as they are', async () => {
    planted = plant({
      '.modelterms.yaml': 'usage: { distributes: true, hosts: false }\n',
      '.gitignore': 'dist/\n',
      NOTICE,
      'web/index.html': 'nothing\n',
      'dist/index.html': 'nothing\n',
      'node_modules/a/index.html': 'nothing\n',
    });
    const { folder } = planted;
    mkdirSync(path.join(folder, '.git'));
    client = await TestClient.start({ folders: [folder] });
    const document = client.open(TEXT, 'app.yaml', { folder });
    const codes = async () => (await document.diagnostics()).map(({ code }) => code);
    expect(await codes()).toContain('notice-missing');

    await client.registers('workspace/didChangeWatchedFiles');
    for (const page of ['dist/index.html', 'node_modules/a/index.html']) {
      writeFileSync(path.join(folder, page), 'Built with Llama\n');
      await client.changeFile(path.join(folder, page));
    }
    // a change that counts, told of after them
    await client.refreshedBy(() => client.changeFile(path.join(folder, 'NOTICE')));
    expect(await codes()).toContain('notice-missing');

    writeFileSync(path.join(folder, '.gitignore'), 'build/\n');
    await client.refreshedBy(() => client.changeFile(path.join(folder, '.gitignore')));
    expect(await codes()).not.toContain('notice-missing');
  });
});
