/** `npm run db -- <command>`: what those who work on the database run. */
import { Command } from 'commander';
import { writeJsonSchemas } from './sources/json-schemas.ts';
import { loadSources } from './sources/load.ts';
import { formatProblem } from './sources/problems.ts';
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

program.parse();
