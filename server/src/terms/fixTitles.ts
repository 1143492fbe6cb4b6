/** What people read of a fix that a finding knows, wherever it is offered: an editor's action or a report. */
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Finding } from './types.ts';

type FixOf<K extends string> = Extract<NonNullable<Finding['fix']>, { kind: K }>;

/** "Declare the licence “other, license_name: llama3.1”" */
export function declaringTitle({ license, name }: FixOf<'set-license'>): string {
  return t('Declare the licence “{0}”', visible(name === undefined ? license : `${license}, license_name: ${name}`));
}

/** "Name it “Llama-3.1-mine”" */
export const namingTitle = ({ name }: FixOf<'rename'>): string => t('Name it “{0}”', visible(name));
