/**
 * The one door for text that a person reads. English is the key; translations are bundles of data
 * (`l10n/bundle.l10n.<language>.json`), handed over at start by whoever can read files.
 */
import * as l10n from '@vscode/l10n';

/** The message in the user's language; `{0}` or `{name}` in it stand for the arguments. */
export const t = l10n.t;

/** Sets the translations for this process. `contents`: message in English → translated message. */
export function useTranslations(contents: Record<string, string>): void {
  l10n.config({ contents });
}
