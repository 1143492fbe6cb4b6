/**
 * "Ignore here": a suppression comment in the document's own way of writing comments. Offered only where it is seen to work:
 * inside a block of text, say, there may be no place for a comment.
 */
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../../l10n.ts';
import type { Format, SourceDocument } from '../../references/types.ts';
import { SUPPRESSION_WORD } from '../../workspace/suppressions.ts';
import type { AnalysedReference } from '../analyses.ts';
import { documentEdit } from '../edits.ts';
import type { ActionContext, ActionProvider } from './action.ts';

interface CommentStyle {
  readonly open: string;
  readonly close: string;
}

const HASH: CommentStyle = { open: '# ', close: '' };
const SLASHES: CommentStyle = { open: '// ', close: '' };
const REM: CommentStyle = { open: 'REM ', close: '' };
const HTML: CommentStyle = { open: '<!-- ', close: ' -->' };

/** Ways to write a comment, the most likely first; a Markdown file may hold YAML at its head. */
const STYLES: Readonly<Record<Format, readonly CommentStyle[]>> = {
  yaml: [HASH],
  json: [],
  toml: [HASH],
  dotenv: [HASH],
  properties: [HASH],
  dockerfile: [HASH],
  modelfile: [HASH],
  markdown: [HTML, HASH],
  shell: [HASH],
  makefile: [HASH],
  hcl: [HASH],
  python: [HASH],
  javascript: [SLASHES],
  notebook: [],
  html: [HTML, SLASHES],
  powershell: [HASH],
  batch: [REM],
  source: [SLASHES, HASH],
  text: [],
};

/** JSON has no comments; these relatives of it do. */
const COMMENTED_JSON = /\.(?:jsonc|json5|code-workspace)$/;

function stylesOf(format: Format, { languageId, path }: SourceDocument): readonly CommentStyle[] {
  if (format === 'json' && (languageId === 'jsonc' || languageId === 'json5' || COMMENTED_JSON.test(path))) {
    return [SLASHES];
  }
  // a cell, as opposed to the whole notebook
  return format === 'notebook' && languageId === 'python' ? [HASH] : STYLES[format];
}

export const ignoreHere: ActionProvider = {
  provide({ analysis, reference, server }) {
    const { checked, source } = analysis;
    if (checked.format === undefined) return [];
    const reason = t('reviewed on {0}', analysis.situation.options.today);
    const document = TextDocument.create(analysis.uri, '', 0, source.text);
    for (const style of stylesOf(checked.format, source)) {
      const comment = `${style.open}${SUPPRESSION_WORD} -- ${reason}${style.close}`;
      const edit = placesFor(comment, reference, document).find((place) =>
        silences(place, { analysis, reference, server }, document),
      );
      if (edit) {
        const title = t('Ignore here, with a comment');
        return [{ title, edit: documentEdit(server.client, analysis.uri, analysis.version, [edit]) }];
      }
    }
    return [];
  },
};

/** On a line of its own above the reference, indented like it; else at the end of its line. */
function placesFor(comment: string, { range }: AnalysedReference, document: TextDocument): TextEdit[] {
  const { line } = range.start;
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const end = text.endsWith('\r\n') ? '\r\n' : '\n';
  const above = { line, character: 0 };
  const behind = { line, character: text.replace(/\r?\n$/, '').length };
  return [
    { range: { start: above, end: above }, newText: `${/^\s*/.exec(text.trimEnd())?.[0] ?? ''}${comment}${end}` },
    { range: { start: behind, end: behind }, newText: ` ${comment}` },
  ];
}

/** Whether the reference, and no other than before, is silent once the comment stands there. */
function silences(
  edit: TextEdit,
  { analysis, reference, server }: Pick<ActionContext, 'analysis' | 'reference' | 'server'>,
  document: TextDocument,
): boolean {
  const text = TextDocument.applyEdits(document, [edit]);
  const offset = document.offsetAt(edit.range.start);
  const { start } = reference.reference.span;
  const moved = offset <= start ? start + edit.newText.length : start;
  const { references } = server.analyses.check({ ...analysis.source, text }, analysis.situation);
  const after = references.find(({ reference: { span } }) => span.start === moved);
  return (
    after?.reference.id === reference.reference.id &&
    after.findings.length === 0 &&
    references.length === analysis.references.length
  );
}
