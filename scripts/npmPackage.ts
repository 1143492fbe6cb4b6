/**
 * Packs the server's npm package, installs it somewhere else and runs both of its programs there: what `npx`, the GitHub Action and
 * pre-commit do. Expects a production build.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endWithUs, temporaryFolder } from './lib/cleanup.ts';
import { root } from './lib/project.ts';
import { must, npm, step } from './lib/run.ts';

const { name, version }: { name: string; version: string } = JSON.parse(
  readFileSync(path.join(root, 'server/package.json'), 'utf8'),
);

/** Throws where something in the package does not work. */
export async function checkNpmPackage(): Promise<void> {
  const folder = temporaryFolder('npm');
  const file = await step('Packing the npm package', async () => {
    await npm(['pack', '--ignore-scripts', '--pack-destination', folder.path], { cwd: path.join(root, 'server') });
    return path.join(folder.path, readdirSync(folder.path).find((one) => one.endsWith('.tgz')) ?? '');
  });
  console.log(`  ${path.basename(file)}: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
  await step('Installing it elsewhere, running its programs', async () => {
    writeFileSync(path.join(folder.path, 'package.json'), '{ "private": true }\n');
    writeFileSync(path.join(folder.path, 'app.yaml'), 'model: Qwen/Qwen2.5-3B-Instruct\n');
    // it has no dependencies, so that nothing need be fetched
    await npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', file], { cwd: folder.path });
    const program = (bin: string) => path.join(folder.path, 'node_modules/.bin', bin);
    const options = { cwd: folder.path, shell: process.platform === 'win32' };
    expect(await must(program('modelterms'), ['--version'], options), version);
    expect(await must(program('modelterms'), ['check', 'app.yaml'], options), 'non-commercial');
    expect(await must(program('modelterms'), ['check', '-f', 'sarif', 'app.yaml'], options), '## What it means');
    expect(await must(program('modelterms'), ['report', '-f', 'cyclonedx'], options), 'machine-learning-model');
    const notices = path.join(folder.path, 'node_modules', name, 'dist/THIRD-PARTY-NOTICES.txt');
    expect(readFileSync(notices, 'utf8'), 'commander');
    expect(await initialize(program('modelterms-language-server'), options), '"serverInfo"');
  });
  folder.remove();
}

function expect(output: string, said: string): void {
  if (!output.includes(said)) throw new Error(`${name}: no “${said}” in\n${output.slice(0, 2000)}`);
}

/** The server's answer to the first request of a client. */
function initialize(program: string, options: { cwd: string; shell: boolean }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['--stdio'], { ...options, stdio: ['pipe', 'pipe', 'inherit'] });
    const forget = endWithUs(child);
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    let answer = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
      const [, length = ''] = /^Content-Length: (\d+)\r\n\r\n/.exec(answer) ?? [];
      if (length !== '' && Buffer.byteLength(answer) >= Number(length)) {
        child.kill();
        resolve(answer);
      }
    });
    child.once('error', reject);
    child.once('close', () => {
      forget();
      reject(new Error(`${name}: the language server ended without an answer`));
    });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(request)}\r\n\r\n${request}`);
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'scripts/npmPackage.ts'))
  await checkNpmPackage();
