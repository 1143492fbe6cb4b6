/** What every quick fix is: offered for references on which one of its rules speaks. */
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { Finding, RuleId } from '../../terms/types.ts';
import type { AnalysedReference, Analysis } from '../analyses.ts';
import type { Server } from '../server.ts';

export interface ActionContext {
  readonly server: Server;
  readonly analysis: Analysis;
  readonly reference: AnalysedReference;
  /** The findings that the provider's rules are among, worst first; never empty. */
  readonly findings: readonly Finding[];
  /** The client's own diagnostics that these fixes answer. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A quick fix without what all of them have in common. */
export type Fix = Pick<CodeAction, 'title' | 'edit' | 'command' | 'isPreferred'>;

export interface ActionProvider {
  /** Left out: every rule. */
  readonly rules?: readonly RuleId[];
  provide(context: ActionContext): readonly Fix[] | Promise<readonly Fix[]>;
}
