/** The name that a command in another file gives to what a Modelfile makes, over the wire. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { plant, TestClient } from './kit.ts';

const MODELFILE = 'FROM llama3.1:8b\nSYSTEM You help.\n';

let client: TestClient;
let planted: ReturnType<typeof plant>;
afterEach(async () => {
  await client.stop();
  planted.remove();
});

describe('the name of a model made elsewhere', () => {
  it('is told of at the Modelfile, until the command says another', async () => {
    const script = (name: string) => `ollama create ${name} -f models/Modelfile\nollama push ${name}\n`;
    planted = plant({ 'models/Modelfile': MODELFILE, 'scripts/build.sh': script('acme/support') });
    const { folder } = planted;
    client = await TestClient.start({ folders: [folder] });
    const document = client.open(MODELFILE, 'models/Modelfile', { folder });
    const [diagnostic] = await document.diagnostics();
    expect(diagnostic?.code).toBe('derivative-name');
    expect(diagnostic?.message).toContain(
      'the name “acme/support” must begin with “Llama” (given in scripts/build.sh)',
    );

    await client.registers('workspace/didChangeWatchedFiles');
    const file = path.join(folder, 'scripts/build.sh');
    writeFileSync(file, script('acme/llama-support'));
    await client.refreshedBy(() => client.changeFile(file));
    const codes = (await document.diagnostics()).map(({ code }) => code);
    expect(codes).not.toContain('derivative-name');
  });
});
