/**
 * npm run corpus -- DIR [--misses]
 *
 * Scores the references found in the labelled files of DIR (see labels.ts; those of this folder where none is given):
 * precision, recall, exact span and licence accuracy, per language and over all. `--misses` lists every error.
 * Exits 1 below `--precision` or `--recall` (in per cent), where given.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findReferences, mayHoldReferences } from '../../server/src/references/index.ts';
import { readLabels } from './labels.ts';
import { loadModels } from './models.ts';
import { compare, noScore, type Outcome, type Score, scoreHeader, scoreLine } from './scoring.ts';

const args = process.argv.slice(2);
const listsErrors = args.includes('--misses');
const limit = (name: string) => Number(args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? 0);
const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? fileURLToPath(new URL('.', import.meta.url)));

const { knowledge, license, source } = await loadModels();
const total = noScore();
const without = noScore();
const byLanguage = new Map<string, Score>();
const errors: string[] = [];

for (const file of readLabels(folder)) {
  const document = { path: file.path, text: file.text };
  const references = mayHoldReferences(document, knowledge)
    ? findReferences(document, knowledge, { includeCommented: false }).references
    : [];
  const outcome = compare(file, references);
  const scores = [total, byLanguage.get(file.language) ?? noScore()];
  byLanguage.set(file.language, scores[1] as Score);
  if (!file.file.endsWith('shortnames.conf')) scores.push(without);
  for (const score of scores) add(score, outcome);
  listErrors(outcome);
}

console.log(`${folder}\nlicences: ${source}\n\n${scoreHeader}`);
for (const [language, score] of [...byLanguage].sort()) console.log(scoreLine(language, score));
console.log(scoreLine('all', total));
if (without.files !== total.files) console.log(scoreLine('all but shortnames.conf', without));
if (listsErrors) console.log(`\n${errors.join('\n')}`);
const precision = (100 * total.hits) / Math.max(1, total.hits + total.falseAlarms);
const recall = (100 * total.hits) / Math.max(1, total.hits + total.misses);
if (precision < limit('precision') || recall < limit('recall')) process.exitCode = 1;

function add(score: Score, outcome: Outcome): void {
  score.files++;
  score.hits += outcome.hits.length;
  score.misses += outcome.misses.length;
  score.falseAlarms += outcome.falseAlarms.length;
  score.inexact += outcome.inexact.length;
  for (const { label, found } of outcome.hits) {
    if (label.licence === null || !license) continue;
    score.licensed++;
    if (sameLicense(label.licence, license(found.reference))) score.licenseRight++;
  }
}

function listErrors({ file, misses, falseAlarms, inexact, hits }: Outcome): void {
  const line = (n: number) => (file.text.split('\n')[n - 1] ?? '').trim().slice(0, 160);
  for (const label of misses)
    errors.push(`MISS   ${file.file}:${label.line}  ${label.text} (${label.kind})\n         ${line(label.line)}`);
  for (const one of falseAlarms)
    errors.push(
      `FALSE  ${file.file}:${one.line}  ${one.reference.text} (${one.reference.kind}: ${one.reference.why.join('; ')})\n         ${line(one.line)}`,
    );
  for (const { label, found } of inexact)
    errors.push(`SPAN   ${file.file}:${label.line}  found "${found.reference.text}", label "${label.text}"`);
  for (const { label, found } of hits) {
    const stated = license?.(found.reference);
    if (label.licence !== null && license && !sameLicense(label.licence, stated))
      errors.push(
        `LICENCE ${file.file}:${label.line}  ${found.reference.id}: ${stated ?? 'unknown'}, label ${label.licence}`,
      );
  }
}

/** Labels write `other:NAME` for licences without an identifier of the hub's. */
function sameLicense(label: string, found: string | undefined): boolean {
  return label.replace(/^other:/, '').toLowerCase() === found?.toLowerCase();
}
