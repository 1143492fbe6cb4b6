/** Every regular expression of this room takes linear time: a document cannot make the server hang. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parser } from '@lezer/javascript';
import { check } from 'recheck';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const typescript = parser.configure({ dialect: 'ts' });

/** The literals of the room's sources, with the file each is first found in. */
function literals(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    typescript.parse(text).iterate({
      enter(node) {
        const literal = node.name === 'RegExp' ? text.slice(node.from, node.to) : '';
        if (literal !== '' && !found.has(literal)) found.set(literal, name);
      },
    });
  }
  return found;
}

test('regular expressions take linear time', { timeout: 300_000 }, async () => {
  const slow: string[] = [];
  const all = literals();
  expect(all.size).toBeGreaterThan(100);
  for (const [literal, file] of all) {
    const end = literal.lastIndexOf('/');
    const result = await check(literal.slice(1, end), literal.slice(end + 1), { timeout: 20_000 });
    if (result.status === 'vulnerable') slow.push(`${file}: ${literal} (${result.complexity.summary})`);
  }
  expect(slow).toEqual([]);
});
