/** Models: a reference's kind and id in, the model with its terms, lineage and evidence out. Pure. */
export { createKnowledge } from './knowledge.ts';
export { createResolver } from './resolve.ts';
export type * from './types.ts';
