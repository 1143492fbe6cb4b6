/** `reviewed-differences.yaml`: differences from reference tables that somebody has looked into. */
import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { type Static, Type } from 'typebox';
import { globMatches } from '../matching/families.ts';
import { formatProblem } from '../sources/problems.ts';
import { YamlFile } from '../sources/yaml-file.ts';

const closed = { additionalProperties: false };
export const ReviewedFile = Type.Object(
  {
    differences: Type.Array(
      Type.Object(
        {
          id: Type.String({ minLength: 1, description: 'the model, as the table writes it; * stands for anything' }),
          theirs: Type.String({
            minLength: 1,
            description: 'licence id, or the words of the table where they name none we know',
          }),
          ours: Type.String({ minLength: 1, description: 'licence id, or unknown' }),
          reason: Type.String({ minLength: 1, description: 'why ours stands' }),
          contradicted: Type.Optional(
            Type.Literal(true, { description: 'the maker says otherwise than the table, on its card or in its text' }),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Reviewed = Static<typeof ReviewedFile>['differences'][number];

export interface Difference {
  readonly id: string;
  readonly theirs: string;
  readonly ours: string;
  /** Table, and its own source. */
  readonly from: string;
}

/** Reads the list; empty where there is no file. Throws with file and line where it does not fit its schema. */
export function readReviewed(file: string): Reviewed[] {
  if (!existsSync(file)) return [];
  const yaml = new YamlFile('reviewed-differences.yaml', readFileSync(file, 'utf8'));
  const validate = new Ajv({ allErrors: true, strict: false }).compile<Static<typeof ReviewedFile>>(ReviewedFile);
  if (yaml.syntax.length > 0) throw new Error(yaml.syntax.map(formatProblem).join('\n'));
  if (validate(yaml.data)) return yaml.data.differences;
  const problems = (validate.errors ?? []).map(({ instancePath, message }) => {
    const steps = instancePath.split('/').slice(1);
    return formatProblem(
      yaml.problem(
        steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        `${instancePath} ${message}`,
      ),
    );
  });
  throw new Error(problems.join('\n'));
}

const reviewOf = (difference: Difference, reviewed: readonly Reviewed[]): Reviewed | undefined =>
  reviewed.find(
    ({ id, theirs, ours }) =>
      globMatches(id, difference.id) && theirs === difference.theirs && ours === difference.ours,
  );

/** How many of the differences are with statements that the makers of the models contradict. */
export const contradicted = (differences: readonly Difference[], reviewed: readonly Reviewed[]): number =>
  differences.filter((difference) => reviewOf(difference, reviewed)?.contradicted).length;

/** Splits differences into those that somebody has reviewed and those that nobody has; says which reviews no longer apply. */
export function applyReviews(differences: readonly Difference[], reviewed: readonly Reviewed[]) {
  const used = new Set<Reviewed>();
  const open = differences.filter((difference) => {
    const review = reviewOf(difference, reviewed);
    if (review) used.add(review);
    return review === undefined;
  });
  return { open, reviewed: differences.length - open.length, stale: reviewed.filter((review) => !used.has(review)) };
}
