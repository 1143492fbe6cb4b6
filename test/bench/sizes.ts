/** How large what we ship is. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Figure, root, serverBundle } from './kit.ts';

export async function sizes(): Promise<Figure[]> {
  const kib = (file: string) => statSync(file).size / 1024;
  const database = path.join(path.dirname(serverBundle), 'database.db.gz');
  const parsers = path.join(path.dirname(serverBundle), 'parsers');
  const later = readdirSync(parsers)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + kib(path.join(parsers, name)), 0);
  const figures: Figure[] = [
    {
      name: 'server bundle with the database and the parsers it loads on demand',
      value: kib(serverBundle) + kib(database) + later,
      unit: 'KiB',
      limit: 900,
      detail: `${kib(serverBundle).toFixed(0)} KiB and ${kib(database).toFixed(0)} KiB of database at start, ${later.toFixed(0)} KiB on demand`,
    },
  ];
  const vsix = readdirSync(root).find((name) => name.endsWith('.vsix'));
  if (vsix)
    figures.push({
      name: 'packaged extension',
      value: kib(path.join(root, vsix)),
      unit: 'KiB',
      limit: 1_500_000 / 1024,
    });
  return figures;
}
