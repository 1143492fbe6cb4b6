/** The policy file's text: reading it, changing it, making a first one. */
export { near } from './closest.ts';
export { addException, setProfileFact } from './edit.ts';
export type { PolicyProblem } from './nodes.ts';
export { type PolicyReading, RULE_IDS, RULE_LEVELS, readPolicy } from './read.ts';
export { policyTemplate } from './template.ts';
