/** `npm run db -- <command>`: what those who work on the database run. */
import path from 'node:path';
import { Command } from 'commander';
import { createResolver } from '../../server/src/models/index.ts';
import { audit } from './audit/index.ts';
import { printAudit } from './audit/print.ts';
import { readReviewed } from './audit/reviewed.ts';
import { compileDatabase } from './build.ts';
import { compile } from './compile.ts';
import { openDatabase } from './lookup.ts';
import { writeJsonSchemas } from './sources/json-schemas.ts';
import { DATABASE_FOLDER, loadSources } from './sources/load.ts';
import { formatProblem, InvalidDatabase } from './sources/problems.ts';
import { stats } from './stats.ts';
import { toText } from './text.ts';
import { validate } from './validation/index.ts';
import { checkShape } from './validation/shape.ts';
import { checkTexts } from './validation/texts.ts';

const today = () => new Date().toISOString().slice(0, 10);

const program = new Command('db').description('Build, check and measure the ModelTerms database.');

program
  .command('schema')
  .description('write schema/*.json, the JSON Schemas of the source files, for editors')
  .action(() => {
    for (const name of writeJsonSchemas()) console.log(`schema/${name}`);
  });

program
  .command('validate')
  .description('check the source files; exit 1 on any problem')
  .option('--texts <folder>', 'also check that exact words owed stand in the licence texts kept there')
  .action(({ texts }: { texts?: string }) => {
    const sources = loadSources();
    const problems = validate(sources, { today: today() });
    if (texts !== undefined && checkShape(sources).length === 0) {
      const checked = checkTexts(sources, open(sources).database, texts);
      problems.push(...checked.problems);
      console.log(checked.summary);
    }
    for (const problem of problems) console.error(formatProblem(problem));
    const files = Object.values(sources).reduce((count, kind) => count + kind.length, 0);
    console.log(`${files} files, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
    if (problems.length > 0) process.exitCode = 1;
  });

program
  .command('compile')
  .description('validate, and write dist/database.db')
  .action(() => {
    const { file, bytes } = compileDatabase();
    console.log(`${path.relative(process.cwd(), file)}: ${(bytes / 1024).toFixed(1)} KiB`);
  });

program
  .command('stats')
  .description('what the database holds, in figures')
  .action(() => {
    const sources = loadSources();
    const { database, bytes } = open(sources);
    console.log(stats(sources, database, bytes, today()));
  });

program
  .command('audit')
  .description('compare with a folder of reference tables; exit 1 on a difference that nobody has reviewed')
  .argument('<folder>')
  .option('--all', 'print long lists in full')
  .action((folder: string, { all = false }: { all?: boolean }) => {
    const { database } = open(loadSources());
    const resolve = createResolver(database);
    const result = audit(folder, database, (kind, id) => resolve({ kind, id }));
    const reviewed = readReviewed(path.join(DATABASE_FOLDER, 'reviewed-differences.yaml'));
    const { text, open: left } = printAudit(result, reviewed, all);
    console.log(text);
    if (left.length > 0) process.exitCode = 1;
  });

function open(sources: ReturnType<typeof loadSources>) {
  const text = toText(compile(sources));
  return { database: openDatabase(text), bytes: Buffer.byteLength(text) };
}

try {
  program.parse();
} catch (error) {
  console.error(error instanceof InvalidDatabase ? error.message : String(error));
  process.exitCode = 1;
}
