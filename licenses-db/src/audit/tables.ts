/** Reference tables: tab-separated, with a header line. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Row = Readonly<Record<string, string>>;

/** The rows of `folder/name`; none where there is no such table. */
export function readTable(folder: string, name: string): Row[] {
  const file = path.join(folder, name);
  if (!existsSync(file)) return [];
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}
