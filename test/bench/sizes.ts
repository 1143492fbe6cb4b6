/** How large what we ship is. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Figure, root, serverBundle } from './kit.ts';

export async function sizes(): Promise<Figure[]> {
  const kib = (file: string) => statSync(file).size / 1024;
  const figures: Figure[] = [
    { name: 'server bundle with the database', value: kib(serverBundle), unit: 'KiB', limit: 900 },
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
