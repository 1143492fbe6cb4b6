/** Paths with `/` as separator, and files that may not be there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { readPolicy } from '../terms/policy/index.ts';
import { ignoredBy } from '../workspace/globs.ts';
import type { PolicyInForce } from '../workspace/policies.ts';
import { type Io, UsageError } from './io.ts';

export const slashed = (file: string): string => (path.sep === '/' ? file : file.replaceAll(path.sep, '/'));

/** Text of a file, undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : undefined;
  } catch {
    return undefined;
  }
}

/** The policy file of `--config`, in force for everything under the working directory. */
export function configuredPolicy(config: string, { cwd }: Pick<Io, 'cwd'>): PolicyInForce {
  const file = path.resolve(cwd, config);
  const text = readIfThere(file);
  if (text === undefined) throw new UsageError(t('cannot read the policy file {0}', visible(config)));
  const { policy, problems } = readPolicy(text);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) {
    const line = text.slice(0, error.span.start).split('\n').length;
    throw new UsageError(t('{0}:{1}: {2}', visible(config), line, visible(error.message)));
  }
  return { policy, file: slashed(file), folder: slashed(cwd), ignores: ignoredBy(policy.ignore) };
}
