/** What an entry of the policy file means: ids with `*`, licences, openness classes, publishers. */
import { type License, OPENNESS_CLASSES, type OpennessClass } from '@modelterms/licenses-db';
import type { ResolvedModel } from '../models/types.ts';
import { governing } from './governing.ts';
import { compareOpenness } from './openness.ts';
import { choicesIn, satisfiesExpression } from './spdx.ts';

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
  return isNamed(entry, license) || (license.spdx !== undefined && satisfiesExpression(license.spdx, entry));
}

function isNamed(entry: string, license: License): boolean {
  const wanted = entry.toLowerCase();
  const names = [license.id, license.spdx, license.name, license.shortName, ...(license.aliases ?? [])];
  return names.some((name) => name?.toLowerCase() === wanted);
}

/** Whether an entry of `deny` means a licence. One may choose between the sides of a dual licence: it is meant if all of them are. */
function isDenied(entry: string, license: License): boolean {
  const choices = license.spdx === undefined ? [] : choicesIn(license.spdx);
  if (choices.length < 2) return fitsLicense(entry, license);
  return isNamed(entry, license) || choices.every((choice) => satisfiesExpression(choice, entry));
}

const organisation = (id: string): string | undefined => (id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined);

function fitsPublisher(entry: string, model: ResolvedModel): boolean {
  const wanted = entry.toLowerCase();
  return model.publisher?.toLowerCase() === wanted || organisation(model.id)?.toLowerCase() === wanted;
}

/** What of a model an entry means; undefined where it means something else. */
export type Meaning = 'model' | 'class' | 'publisher' | { readonly license: License };

/** What an entry of `deny` means of a model: the first that fits; of several governing licences, the strictest that does. */
export function denialBy(entry: string, model: ResolvedModel, referenced: string): Meaning | undefined {
  if (fitsModel(entry, model, referenced)) return 'model';
  if (entry.toLowerCase() === model.openness) return 'class';
  if (fitsPublisher(entry, model)) return 'publisher';
  const applied = governing(model).find(({ license }) => isDenied(entry, license));
  return applied ? { license: applied.license } : undefined;
}

/** Whether an entry of `allow` lets a model in whatever its licence: by id or publisher, or as open as a class it names. */
export const allowedBy = (entry: string, model: ResolvedModel, referenced: string): boolean =>
  fitsModel(entry, model, referenced) || fitsPublisher(entry, model) || isAsOpenAs(entry.toLowerCase(), model);

/** Who allows open weights allows what is more open, too; `closed` and `unknown` mean themselves. */
function isAsOpenAs(entry: string, { openness }: ResolvedModel): boolean {
  const wanted = OPENNESS_CLASSES.find((one) => one === entry);
  if (wanted === undefined) return false;
  return wanted === openness || (WEIGHTS_ARE_OUT.has(wanted) && compareOpenness(openness, wanted) < 0);
}

const WEIGHTS_ARE_OUT: ReadonlySet<OpennessClass> = new Set([
  'open-source',
  'open-weights',
  'restricted-weights',
  'noncommercial-weights',
]);
