/**
 * `npm run bench [-- NAME…]`: measures the budgets of the project, each in one run and, where a machine's speed would
 * count, as a ratio. Build for production first (`npm run package` does).
 */
import { checking } from './checking.ts';
import { database } from './database.ts';
import { editing } from './editing.ts';
import type { Figure } from './kit.ts';
import { sizes } from './sizes.ts';
import { starting } from './starting.ts';

const benches: Record<string, () => Promise<Figure[]>> = { sizes, database, starting, editing, checking };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length) {
  console.error(`no bench named ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length && !asked.includes(name)) continue;
  for (const { name: what, value, unit, limit, detail } of await bench()) {
    const verdict = limit === undefined ? '      ' : value <= limit ? 'within' : 'OVER  ';
    const budget = limit === undefined ? '' : ` (budget ${Math.round(limit * 10) / 10} ${unit})`;
    console.log(`${verdict}  ${what}: ${value.toFixed(2)} ${unit}${budget}${detail ? `; ${detail}` : ''}`);
  }
}
