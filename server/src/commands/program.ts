/** The command line: commands, options and help. What the commands do is in the files beside this one. */
import { OPENNESS_CLASSES } from '@modelterms/licenses-db';
import { Command, CommanderError, Option } from 'commander';
import { t } from '../l10n.ts';
import { REPORTERS, type ReportFormat } from '../reports/index.ts';
import { alternatives } from './alternatives.ts';
import { type CheckOptions, check, FAIL_LEVELS, type FailLevel } from './check.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';
import { EXIT, type Io, reasonOf, UsageError } from './io.ts';
import { licenses } from './licenses.ts';

type ReportOptions = Pick<CheckOptions, 'format' | 'output' | 'config'>;

const KINDS = ['huggingface', 'ollama', 'hosted', 'api', 'file'] as const;

/**
 * Runs one command. `args`: what stands behind the program's name. Resolves to the exit code; whatever goes wrong is
 * one line on standard error.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.clean;
  const program = build(io, (result) => {
    code = result;
  });
  try {
    // a variable that is not set, most likely: to take it for this folder, or for a name, would hide that
    if (args.includes('')) throw new UsageError(t('an argument is empty'));
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.problem;
    if (!(error instanceof UsageError)) io.error(`modelterms: ${t('internal error: {0}', reasonOf(error))}\n`);
    else io.error(`modelterms: ${error.message}\n`);
    return EXIT.problem;
  }
}

function build(io: Io, done: (code: number) => void): Command {
  const program = new Command('modelterms')
    .description(t('Shows the licence terms of the AI models that files name. Not legal advice.'))
    .version(t('{0} (database of {1})', io.version, io.engine().database.date))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.error(text),
      outputError: (text, write) => write(`modelterms: ${text.replace(/^error: /, '')}`),
      getOutHasColors: () => io.colors,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      examples([
        ['modelterms check', t('check this folder')],
        ['modelterms check --fail-on warning services/', t('exit with 1 where a warning stands')],
        ['modelterms explain meta-llama/Llama-3.1-8B-Instruct', t('the terms of one model')],
        ['modelterms alternatives qwen2.5:3b', t('open models that can stand in for it')],
        ['modelterms licenses llama3.1', t('one licence, clause by clause')],
      ]),
    );
  const format = (choices: readonly string[], standard = 'text') =>
    new Option('-f, --format <format>', t('form of the output')).choices(choices).default(standard);
  const kind = () =>
    new Option('-k, --kind <kind>', t('what kind of name it is, where that is not plain')).choices(KINDS);
  const config = () =>
    new Option('-c, --config <file>', t('policy file to use in place of the nearest .modelterms.yaml'));

  program
    .command('check')
    .description(t('find model references in files and folders, and weigh their terms'))
    .argument('[path...]', t('files and folders; the working directory where none is given'))
    .addOption(format(Object.keys(REPORTERS)))
    .option('-o, --output <file>', t('write the report to a file'))
    .addOption(
      new Option('--fail-on <level>', t('exit with 1 from this level up')).choices(FAIL_LEVELS).default('error'),
    )
    .addOption(config())
    .option('--explain', t('say what made each string a reference, and how its licence is known'))
    .option('--include-commented', t('report references in comments too'))
    .option('--offline', t('use no network; nothing else is done today, the option is for scripts that want it said'))
    .addHelpText(
      'after',
      examples([
        ['modelterms check', t('this folder; what .gitignore names is left out')],
        ['modelterms check compose.yaml .env', t('two files')],
        ['modelterms check --format json --output terms.json', t('for other tools')],
        ['modelterms check --explain config.yaml', t('why each string is taken for a model')],
      ]),
    )
    .action(async (paths: string[], options: Partial<CheckOptions> & { format: ReportFormat; failOn: FailLevel }) => {
      const { config, explain = false, failOn, format, includeCommented = false, output } = options;
      done(await check(paths, { format, output, failOn, config, explain, includeCommented }, io));
    });

  program
    .command('report')
    .description(t('an inventory of the models that files name: licences, duties, where each stands'))
    .argument('[path...]', t('files and folders; the working directory where none is given'))
    .addOption(format(Object.keys(REPORTERS), 'markdown'))
    .option('-o, --output <file>', t('write the report to a file'))
    .addOption(config())
    .addHelpText(
      'after',
      examples([
        ['modelterms report --output MODELS.md', t('a checklist that a person can work through')],
        ['modelterms report --format cyclonedx --output models.cdx.json', t('an ML-BOM')],
      ]),
    )
    .action(async (paths: string[], { config, format, output }: ReportOptions) => {
      const quiet = { failOn: 'never', explain: false, includeCommented: false, inventory: true } as const;
      done(await check(paths, { ...quiet, format, output, config }, io));
    });

  program
    .command('explain')
    .description(t('show the card of one model'))
    .argument('<id>', t('a Hugging Face id, an Ollama name, or a name of a hosted model'))
    .addOption(kind())
    .addOption(format(['text', 'json']))
    .addOption(config())
    .addHelpText(
      'after',
      examples([
        ['modelterms explain meta-llama/Llama-3.1-8B-Instruct', t('a Hugging Face id')],
        ['modelterms explain qwen2.5:3b', t('a name from the Ollama library')],
      ]),
    )
    .action(async (id, options) => done(await explain(id, options, io)));

  program
    .command('alternatives')
    .description(t('list more open models that can stand in for one'))
    .argument('<id>', t('as for explain'))
    .addOption(kind())
    .addOption(format(['text', 'json']))
    .addOption(config())
    .addHelpText('after', examples([['modelterms alternatives llama3.2:3b', t('for an Ollama name: Ollama names')]]))
    .action(async (id, options) => done(await alternatives(id, options, io)));

  program
    .command('licenses')
    .alias('licences')
    .description(t('list the licences of the database, or show one clause by clause'))
    .argument('[id]', t('an id of the list, an SPDX id or another name in use'))
    .addOption(format(['text', 'json']))
    .addHelpText('after', examples([['modelterms licenses gemma', t('the Gemma terms')]]))
    .action((id, options) => done(licenses(id, options, io)));

  program
    .command('init')
    .description(t('write a commented .modelterms.yaml; on a terminal it asks what to say in it'))
    .argument('[folder]', t('where; the working directory where none is given'))
    .option('-y, --yes', t('ask nothing'))
    .option('--force', t('write over one that is there'))
    .option('--commercial', t('there is a commercial purpose'))
    .option('--no-commercial', t('there is none'))
    .option('--monthly-active-users <number>', t('of all products together, affiliates included'))
    .option('--annual-revenue <amount>', t('of the whole company, with its currency: 2000000EUR'))
    .option('--regions <list>', t('where you are based or offer it: EU,US'))
    .option('--fields <list>', t('what the project is about: medical,education'))
    .option('--distributes', t('weights, or a product that holds them, go to others'))
    .option('--no-distributes', t('they do not'))
    .option('--fine-tunes', t('you train models further'))
    .option('--no-fine-tunes', t('you do not'))
    .option('--trains-on-outputs', t('you train models on what others write'))
    .option('--no-trains-on-outputs', t('you do not'))
    .option('--hosts', t('you offer models to others as a service'))
    .option('--no-hosts', t('you do not'))
    .addOption(new Option('--minimum-openness <class>', t('which models are accepted')).choices(OPENNESS_CLASSES))
    .addHelpText(
      'after',
      examples([
        ['modelterms init', t('asks, then writes')],
        ['modelterms init --yes --commercial --regions EU,US', t('asks nothing')],
        ['modelterms init services/chat --minimum-openness open-weights', t('for one folder')],
      ]),
    )
    .action(async (folder, options) => done(await init(folder, options, io)));

  return program;
}

function examples(lines: readonly (readonly [command: string, what: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\n${t('Examples:')}\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join('\n')}\n`;
}
