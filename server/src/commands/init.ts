/** `modelterms init [FOLDER]`: a commented policy file to start from, with what flags and, on a terminal, questions tell of the project. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { policyTemplate } from '../terms/policy/index.ts';
import { POLICY_FILE } from '../workspace/policies.ts';
import { type Answers, type InitFlags, statedBy } from './initAnswers.ts';
import { ask } from './initQuestions.ts';
import { EXIT, type Io, reasonOf, UsageError } from './io.ts';

export interface InitOptions extends InitFlags {
  readonly force?: boolean;
  /** Ask nothing. */
  readonly yes?: boolean;
}

export async function init(folder: string | undefined, options: InitOptions, io: Io): Promise<number> {
  const file = path.resolve(io.cwd, folder ?? '.', POLICY_FILE);
  const shown = visible(path.relative(io.cwd, file));
  // all that can keep the file from being written is told before anybody answers questions
  if (options.force !== true && existsSync(file)) {
    throw new UsageError(t('{0} is there already; --force writes over it', shown));
  }
  if (!statSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(t('cannot write {0}: {1}', shown, t('no such folder')));
  }
  const stated = statedBy(options);
  let answers: Answers | undefined = stated;
  if (options.yes !== true && io.terminal) answers = await ask(stated, io.terminal);
  if (answers === undefined) return EXIT.interrupted;
  try {
    writeFileSync(file, policyTemplate(answers.usage, answers), { flag: options.force === true ? 'w' : 'wx' });
  } catch (error) {
    throw new UsageError(t('cannot write {0}: {1}', shown, reasonOf(error)));
  }
  io.out(`${t('wrote {0}; look it over, then run modelterms check', shown)}\n`);
  return EXIT.clean;
}
