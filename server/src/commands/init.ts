/** `modelterms init [FOLDER]`: a commented policy file to start from. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { policyTemplate } from '../terms/policy/index.ts';
import { POLICY_FILE } from '../workspace/policies.ts';
import { EXIT, type Io, reasonOf, UsageError } from './io.ts';

export interface InitOptions {
  readonly force?: boolean;
}

export function init(folder: string | undefined, { force = false }: InitOptions, io: Io): number {
  const file = path.resolve(io.cwd, folder ?? '.', POLICY_FILE);
  const shown = visible(path.relative(io.cwd, file));
  if (!force && existsSync(file)) throw new UsageError(t('{0} is there already; --force writes over it', shown));
  try {
    writeFileSync(file, policyTemplate());
  } catch (error) {
    throw new UsageError(t('cannot write {0}: {1}', shown, reasonOf(error)));
  }
  io.out(`${t('wrote {0}', shown)}\n`);
  return EXIT.clean;
}
