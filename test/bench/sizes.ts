/** How large what we ship is, and what of it a server reads before the first diagnostics of a YAML file. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, type Figure, root, serverBundle, withFolder } from './kit.ts';

const folder = path.dirname(serverBundle);
const database = path.join(folder, 'database.db.gz');
const kib = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + statSync(file).size / 1024, 0);

/** All scripts that a server may come to load. */
const all = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && /^(?:parsers|language-server)\b/.test(name))
    .map((name) => path.join(folder, name));

/** The scripts that a server has loaded when it has sent the first diagnostics. */
function loadedAtStart(): Promise<string[]> {
  return withFolder(async (temporary) => {
    const out = path.join(temporary, 'loaded.json');
    const hook = path.join(temporary, 'hook.cjs');
    const note = `require('fs').writeFileSync(${JSON.stringify(out)}, JSON.stringify(Object.keys(require.cache)))`;
    writeFileSync(hook, `process.on('exit', () => ${note});`);
    const client = await Client.start(serverBundle, temporary, ['--require', hook]);
    const uri = pathToFileURL(path.join(temporary, 'config.yaml')).toString();
    await client.open(uri, 'yaml', 'model: meta-llama/Llama-3.1-8B-Instruct\n');
    const { length } = await client.diagnostics(uri);
    if (length !== 1) throw new Error(`expected one diagnostic, got ${length}`);
    await client.stop();
    const loaded: string[] = JSON.parse(readFileSync(out, 'utf8'));
    return loaded.filter((file) => file.startsWith(folder + path.sep));
  });
}

export async function sizes(): Promise<Figure[]> {
  const scripts = await loadedAtStart();
  const start = kib(scripts) + kib([database]);
  const later = kib(all().filter((file) => !scripts.includes(file)));
  const figures: Figure[] = [
    {
      // what the budget is for: it is read, compiled and held in memory whatever the editor shows
      name: 'server bundle with the database, read before the first diagnostics of a YAML file',
      value: start,
      unit: 'KiB',
      limit: 900,
      detail: `${kib(scripts).toFixed(0)} KiB of script in ${scripts.length} files, ${kib([database]).toFixed(0)} KiB of database`,
    },
    { name: 'read on demand: other formats, quick fixes, cards, policy files', value: later, unit: 'KiB' },
    { name: 'server, all of it', value: start + later, unit: 'KiB' },
  ];
  const inBrowser = path.join(folder, 'browser.js');
  if (existsSync(inBrowser)) {
    const value = kib([inBrowser, database]);
    figures.push({ name: 'server as a web worker, in one file, with the database', value, unit: 'KiB' });
  }
  const vsix = readdirSync(root).find((name) => name.endsWith('.vsix'));
  if (vsix) {
    const value = kib([path.join(root, vsix)]);
    figures.push({ name: 'packaged extension', value, unit: 'KiB', limit: 1_500_000 / 1024 });
  }
  return figures;
}
