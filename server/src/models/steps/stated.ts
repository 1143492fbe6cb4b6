/** The licences that a policy file states for a model: an id, a name, or several joined as SPDX joins them. */
import type { Database, License } from '@modelterms/licenses-db';
import { strictness } from '@modelterms/licenses-db';

/**
 * `MIT`, `llama3.1`; of `MIT AND CC-BY-4.0` both bind; of `MIT OR GPL-3.0-only` one may choose. Empty where a part of it is
 * unknown: what half is known is not known. Brackets are not read.
 */
export function statedLicenses(written: string, database: Database): readonly License[] {
  const named = database.licenseNamed(written);
  if (named) return [named];
  const parts = written.split(/\sAND\s/).map((part) => choiceOf(part, database));
  return parts.every((part) => part !== undefined) ? parts : [];
}

/** Of a choice the laxest text counts, under the names of all of them: a policy that lets one of them in lets the model in. */
function choiceOf(written: string, database: Database): License | undefined {
  const options = written.split(/\sOR\s/).map((name) => database.licenseNamed(name.trim()));
  if (!options.every((option) => option !== undefined)) return undefined;
  const [laxest] = [...options].sort((a, b) => strictness(a) - strictness(b));
  if (!laxest || options.length === 1) return laxest;
  const spdx = options.map((option) => option.spdx);
  const { spdx: _own, ...rest } = laxest;
  return {
    ...rest,
    name: options.map(({ name }) => name).join(' / '),
    shortName: options.map(({ shortName }) => shortName).join(' / '),
    ...(spdx.every((id) => id !== undefined) ? { spdx: spdx.join(' OR ') } : {}),
  };
}
