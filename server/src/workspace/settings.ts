/** The settings of the editor, per resource: what they are, their defaults, and how a client's answer is read. */
import type { RuleId, RuleLevel } from '../terms/types.ts';

export interface Settings {
  /** Look for model references in this resource. */
  readonly enable: boolean;
  /** A level for each rule; the policy file's own levels win over these. */
  readonly severity: Readonly<Partial<Record<RuleId, RuleLevel>>>;
  /** Report references in comments too. */
  readonly includeCommented: boolean;
  /** Show licence and openness behind each reference. */
  readonly inlayHints: boolean;
}

export const DEFAULT_SETTINGS: Settings = { enable: true, severity: {}, includeCommented: false, inlayHints: false };

const LEVELS: ReadonlySet<unknown> = new Set<RuleLevel>(['error', 'warning', 'information', 'hint', 'off']);

/** `answer`: what the client says of the section `modelterms`; anything that does not fit falls back to the default. */
export function readSettings(answer: unknown): Settings {
  if (typeof answer !== 'object' || answer === null) return DEFAULT_SETTINGS;
  const given = answer as Record<string, unknown>;
  const flag = (name: 'enable' | 'includeCommented' | 'inlayHints'): boolean =>
    typeof given[name] === 'boolean' ? given[name] : DEFAULT_SETTINGS[name];
  const levels = typeof given.severity === 'object' && given.severity !== null ? Object.entries(given.severity) : [];
  return {
    enable: flag('enable'),
    severity: Object.fromEntries(levels.filter(([, level]) => LEVELS.has(level))),
    includeCommented: flag('includeCommented'),
    inlayHints: flag('inlayHints'),
  };
}
