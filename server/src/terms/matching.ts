/** What an entry of the policy file means: ids with `*`, licences, openness classes, publishers. */
import type { License } from '@modelterms/licenses-db';
import type { ResolvedModel } from '../models/types.ts';
import { governing } from './governing.ts';
import { satisfiesExpression } from './spdx.ts';

/** Whether a text fits a pattern in which `*` stands for anything; case does not matter. Linear in the text for each `*`. */
export function fits(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  const [first = '', ...rest] = wanted.split('*');
  if (rest.length === 0) return wanted === given;
  if (!given.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const part of rest) {
    const found = given.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return given.length - last.length >= at && given.endsWith(last);
}

/** A pattern against everything a model is called: as referenced, as known, without its Ollama tag. */
export function fitsModel(pattern: string, model: ResolvedModel, referenced?: string): boolean {
  const names = [model.id, ...(referenced === undefined ? [] : [referenced])];
  const untagged = names.map((name) => (name.includes(':') ? name.slice(0, name.indexOf(':')) : name));
  return [...names, ...untagged].some((name) => fits(pattern, name));
}

/** By id, SPDX id, alias or title, or as part of an SPDX expression. */
export function fitsLicense(entry: string, license: License): boolean {
  const wanted = entry.toLowerCase();
  const names = [license.id, license.spdx, license.name, license.shortName, ...(license.aliases ?? [])];
  if (names.some((name) => name?.toLowerCase() === wanted)) return true;
  return license.spdx !== undefined && satisfiesExpression(license.spdx, entry);
}

const organisation = (id: string): string | undefined => (id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined);

function fitsPublisher(entry: string, model: ResolvedModel): boolean {
  const wanted = entry.toLowerCase();
  return model.publisher?.toLowerCase() === wanted || organisation(model.id)?.toLowerCase() === wanted;
}

/** What of a model an entry means; undefined where it means something else. */
export type Meaning = 'model' | 'class' | 'publisher' | { readonly license: License };

/** The first of the meanings that fits; of several governing licences, the strictest that does. */
export function meaningFor(entry: string, model: ResolvedModel, referenced: string): Meaning | undefined {
  if (fitsModel(entry, model, referenced)) return 'model';
  if (entry.toLowerCase() === model.openness) return 'class';
  if (fitsPublisher(entry, model)) return 'publisher';
  const applied = governing(model).find(({ license }) => fitsLicense(entry, license));
  return applied ? { license: applied.license } : undefined;
}
