/** A client that is not ours: Neovim, where it is installed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { plant, serverBundle } from './kit.ts';

const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'neovim.lua');
const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
const missing = version.error !== undefined || version.status !== 0;

it('Neovim shows diagnostics and the card', ({ skip }) => {
  if (missing) {
    console.log('nvim is not installed, so the Neovim set-up was not tried');
    skip('nvim is not installed');
  }
  const { folder, remove } = plant({
    'compose.yaml': 'services:\n  llm:\n    # 🦙\n    model: Qwen/Qwen2.5-3B-Instruct\n',
  });
  const { status, stderr, stdout } = spawnSync('nvim', ['--headless', '--clean', '-n', '-c', `luafile ${script}`], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      NODE: process.execPath,
      SERVER: serverBundle,
      FILE: path.join(folder, 'compose.yaml'),
      ROOT: folder,
      // its own state, not the user's
      HOME: folder,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
      XDG_DATA_HOME: folder,
    },
  });
  remove();
  expect([status, stderr.replace(/\s+$/, '')]).toEqual([0, '']);
  expect(stdout).toMatch(/^3:11 modelterms non-commercial$/m);
  expect(stdout).toMatch(/Qwen\/Qwen2\.5-3B-Instruct.*Alibaba/);
});
