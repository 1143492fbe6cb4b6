/** Fixes that a finding itself knows: a licence to declare, words to add to a notice, a name to give. */
import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import type { Finding } from '../../terms/types.ts';
import { currentFile, documentEdit, rewriteFile } from '../edits.ts';
import type { ActionContext, ActionProvider, Fix } from './action.ts';

type FixOf<K extends string> = Extract<NonNullable<Finding['fix']>, { kind: K }>;

const makers: {
  readonly [K in NonNullable<Finding['fix']>['kind']]: (fix: FixOf<K>, context: ActionContext) => Promise<Fix[]>;
} = {
  async 'set-license'({ license, span }, { analysis, server }) {
    const edit = { range: analysis.rangeOf(span), newText: license };
    return [
      {
        title: t('Declare the licence “{0}”', visible(license)),
        edit: documentEdit(server.client, analysis.uri, analysis.version, [edit]),
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

export const ofFinding: ActionProvider = {
  async provide(context) {
    const fixes = context.findings.flatMap(({ fix }) =>
      fix ? [(makers[fix.kind] as (fix: Finding['fix'], context: ActionContext) => Promise<Fix[]>)(fix, context)] : [],
    );
    return (await Promise.all(fixes)).flat();
  },
};
