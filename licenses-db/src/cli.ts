/** `npm run db -- <command>`: what those who work on the database run. */
import path from 'node:path';
import { Command } from 'commander';
import { compileDatabase } from './build.ts';
import { writeJsonSchemas } from './sources/json-schemas.ts';
import { loadSources } from './sources/load.ts';
import { formatProblem, InvalidDatabase } from './sources/problems.ts';
import { validate } from './validation/index.ts';

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
  .action(() => {
    const sources = loadSources();
    const problems = validate(sources, { today: today() });
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

try {
  program.parse();
} catch (error) {
  console.error(error instanceof InvalidDatabase ? error.message : String(error));
  process.exitCode = 1;
}
