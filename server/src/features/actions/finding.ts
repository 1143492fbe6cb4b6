/** Fixes that a finding itself knows: a licence to declare, words to add to a notice, a name to give. */
import type { TextEdit } from 'vscode-languageserver';
import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import type { Finding } from '../../terms/types.ts';
import type { Analysis } from '../analyses.ts';
import { currentFile, documentEdit, rewriteFile } from '../edits.ts';
import type { ActionContext, ActionProvider, Fix } from './action.ts';

type FixOf<K extends string> = Extract<NonNullable<Finding['fix']>, { kind: K }>;

const makers: {
  readonly [K in NonNullable<Finding['fix']>['kind']]: (fix: FixOf<K>, context: ActionContext) => Promise<Fix[]>;
} = {
  async 'set-license'(fix, { analysis, server }) {
    const edits = licenseEdits(fix, analysis);
    const declared = fix.name === undefined ? fix.license : `${fix.license}, license_name: ${fix.name}`;
    return [
      {
        title: t('Declare the licence “{0}”', visible(declared)),
        edit: documentEdit(server.client, analysis.uri, analysis.version, edits),
      },
    ];
  },
  async 'add-notice'({ file, words }, { analysis, server }) {
    const folder = server.world.folders.of(analysis.uri);
    if (folder === undefined) return [];
    const current = await currentFile(server, `${folder}/${file}`);
    const before = current.text === undefined || current.text === '' ? '' : `${current.text.trimEnd()}\n\n`;
    const edit = rewriteFile(server.client, current, `${before}${words}\n`);
    return edit ? [{ title: t('Add “{0}” to {1}', visible(words, 60), file), edit }] : [];
  },
  async rename({ name, span }, { analysis, server }) {
    const edit = { range: analysis.rangeOf(span), newText: name };
    return [
      {
        title: t('Name it “{0}”', visible(name)),
        edit: documentEdit(server.client, analysis.uri, analysis.version, [edit]),
      },
    ];
  },
};

/** The declared value, and the name of a licence that has no id of its own: in its key, or in a new one below. */
function licenseEdits({ license, name, nameSpan, span }: FixOf<'set-license'>, analysis: Analysis): TextEdit[] {
  const range = analysis.rangeOf(span);
  const declared = { range, newText: license };
  if (name === undefined) return [declared];
  if (nameSpan) return [declared, { range: analysis.rangeOf(nameSpan), newText: name }];
  const { text } = analysis.source;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const indent = /^( *)license:/.exec(text.slice(lineStart, span.start))?.[1];
  // laid out in a way that leaves no place for a line below
  if (indent === undefined) return [declared];
  const lineEnd = text.indexOf('\n', span.end);
  const at = lineEnd < 0 ? text.length : lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const below = analysis.rangeOf({ start: at, end: at });
  return [declared, { range: below, newText: `${end}${indent}license_name: ${name}` }];
}

export const ofFinding: ActionProvider = {
  async provide(context) {
    const fixes = context.findings.flatMap(({ fix }) =>
      fix ? [(makers[fix.kind] as (fix: Finding['fix'], context: ActionContext) => Promise<Fix[]>)(fix, context)] : [],
    );
    return (await Promise.all(fixes)).flat();
  },
};
