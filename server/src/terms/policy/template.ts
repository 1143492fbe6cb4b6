/** A first policy file: what is known is stated, everything else stands there as a comment to be filled in. */
import { stringify } from 'yaml';
import type { Policy, ProfileFact, UsageProfile } from '../types.ts';

/** Each fact with what it is for and an example of its value. */
const FACTS: readonly (readonly [ProfileFact, string, string])[] = [
  ['commercial', 'true or false: is there any commercial purpose?', 'true'],
  ['monthlyActiveUsers', 'of all products together, affiliates included', '120000'],
  ['annualRevenue', 'of the whole company', '{ amount: 2000000, currency: EUR }'],
  ['regions', 'where you are based or offer it: ISO 3166 letters, or EU', '[EU, US]'],
  ['distributes', 'do weights, or a product that holds them, go to others?', 'false'],
  ['fineTunes', 'do you train models further?', 'false'],
  ['trainsOnOutputs', 'do you train other models on what models write?', 'false'],
  ['hosts', 'do you offer models to others as a service?', 'false'],
  ['fields', 'what it is about: medical, finance, military, education …', '[education]'],
];

const COLUMN = 48;

const CLASSES = '# open-source, open-weights, restricted-weights, noncommercial-weights, closed';

/** The section on what is accepted: a comment as a whole until something in it is said. */
const POLICY_UNSAID = `# policy:
#   minimumOpenness: open-weights    ${CLASSES}
#   allow: [Apache-2.0, MIT]         # ids with *, licences, SPDX expressions, openness classes, publishers
#   deny: [noncommercial-weights]
#   severity:
#     policy-denied: error           # error, warning, information, hint or off, for each rule`;

const policyStating = (openness: string): string => `policy:
${`  minimumOpenness: ${openness}`.padEnd(34)} ${CLASSES}
  # allow: [Apache-2.0, MIT]         # ids with *, licences, SPDX expressions, openness classes, publishers
  # deny: [noncommercial-weights]
  # severity:
  #   policy-denied: error           # error, warning, information, hint or off, for each rule`;

/** The value of a fact as YAML on one line. */
export const inline = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trimEnd();

/**
 * A commented `.modelterms.yaml` that states `usage` and, if given, what openness is asked for, and leaves the rest to be filled in.
 * English, like its keys.
 */
export function policyTemplate(
  usage: UsageProfile = {},
  { minimumOpenness }: Pick<Policy, 'minimumOpenness'> = {},
): string {
  const facts = FACTS.map(([fact, about, example]) => {
    const value = usage[fact];
    const line = value === undefined ? `  # ${fact}: ${example}` : `  ${fact}: ${inline(value)}`;
    return `${line.padEnd(COLUMN)} # ${about}`;
  });
  const said = FACTS.some(([fact]) => usage[fact] !== undefined);
  return `# What this project does with AI models, and which models it accepts. Read by ModelTerms.
# What is not said here is not known, and duties that hang on it stay notes.

${said ? 'usage:' : '# usage:'}
${facts.join('\n')}

${minimumOpenness === undefined ? POLICY_UNSAID : policyStating(minimumOpenness)}

# exceptions:
#   - model: meta-llama/Llama-3.1-8B-Instruct
#     rules: [user-threshold]        # every rule where left out
#     reason: approved by legal      # required
#     expires: 2027-06-30
#     approvedBy: j.doe

# models:                            # private models, and corrections
#   - id: acme/support-7b
#     license: llama3.1
#     base: meta-llama/Llama-3.1-8B

# ignore:
#   - vendor/**
`;
}
