/** Fixes that a finding itself knows: a licence to declare, words to add to a notice, a name to give. */
import type { TextEdit } from 'vscode-languageserver';
import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import { declaringTitle, namingTitle } from '../../terms/fixTitles.ts';
import type { Finding } from '../../terms/types.ts';
import type { Analysis } from '../analyses.ts';
import { type CurrentFile, currentFile, documentEdit, rewriteFile } from '../edits.ts';
import type { Server } from '../server.ts';
import type { ActionContext, ActionProvider, Fix } from './action.ts';

type FixOf<K extends string> = Extract<NonNullable<Finding['fix']>, { kind: K }>;

const makers: {
  readonly [K in NonNullable<Finding['fix']>['kind']]: (fix: FixOf<K>, context: ActionContext) => Promise<Fix[]>;
} = {
  async 'set-license'(fix, { analysis, reference, server }) {
    const named = reference.reference.slot.context.siblings();
    const license = fix.name === undefined ? undefined : server.world.engine().database.license(fix.name);
    const link = named.has('license_link') ? undefined : license?.documents.license?.url;
    const edits = licenseEdits(fix, link, analysis);
    return [
      {
        title: declaringTitle(fix),
        isPreferred: true,
        edit: documentEdit(server.client, analysis.uri, analysis.version, edits),
      },
    ];
  },
  async 'add-notice'({ file, words }, { analysis, server }) {
    const folder = server.world.folders.of(analysis.uri);
    if (folder === undefined) return [];
    const current = await noticeFile(server, folder, file);
    const end = current.text?.includes('\r\n') ? '\r\n' : '\n';
    const before = current.text === undefined || current.text === '' ? '' : `${current.text.trimEnd()}${end}${end}`;
    const edit = rewriteFile(server.client, current, `${before}${words}${end}`);
    const name = current.uri.slice(current.uri.lastIndexOf('/') + 1);
    return edit ? [{ title: t('Add “{0}” to {1}', visible(words, 60), name), edit }] : [];
  },
  async rename(fix, { analysis, server }) {
    const edit = { range: analysis.rangeOf(fix.span), newText: fix.name };
    return [
      {
        title: namingTitle(fix),
        edit: documentEdit(server.client, analysis.uri, analysis.version, [edit]),
      },
    ];
  },
};

/** The file for such words: as the project spells it, if it has one. */
async function noticeFile(server: Server, folder: string, name: string): Promise<CurrentFile> {
  const stem = name.replace(/\.\w+$/, '');
  const first = await currentFile(server, `${folder}/${name}`);
  if (first.text !== undefined) return first;
  for (const other of [stem, `${stem}.md`, `${stem}.txt`]) {
    const current = await currentFile(server, `${folder}/${other}`);
    if (current.text !== undefined) return current;
  }
  return first;
}

/**
 * The declared value, and the name of a licence that has no id of its own: in its key, or in a new one below. `link`: where
 * such a licence's text is, unless the card says.
 */
function licenseEdits(
  { license, name, nameSpan, span }: FixOf<'set-license'>,
  link: string | undefined,
  analysis: Analysis,
): TextEdit[] {
  const declared = { range: analysis.rangeOf(span), newText: license };
  if (name === undefined) return [declared];
  const { text } = analysis.source;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const indent = /^( *)license:/.exec(text.slice(lineStart, span.start))?.[1];
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const named = nameSpan ? [{ range: analysis.rangeOf(nameSpan), newText: name }] : [];
  // laid out in a way that leaves no place for a line below
  if (indent === undefined) return [declared, ...named];
  const lines = [
    ...(nameSpan ? [] : [`license_name: ${name}`]),
    ...(link === undefined ? [] : [`license_link: ${link}`]),
  ];
  if (lines.length === 0) return [declared, ...named];
  const lineEnd = text.indexOf('\n', nameSpan?.end ?? span.end);
  const at = lineEnd < 0 ? text.length : lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0);
  const below = {
    range: analysis.rangeOf({ start: at, end: at }),
    newText: lines.map((line) => end + indent + line).join(''),
  };
  return [declared, ...named, below];
}

export const ofFinding: ActionProvider = {
  async provide(context) {
    const fixes = context.findings.flatMap(({ fix }) =>
      fix ? [(makers[fix.kind] as (fix: Finding['fix'], context: ActionContext) => Promise<Fix[]>)(fix, context)] : [],
    );
    return (await Promise.all(fixes)).flat();
  },
};
