import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import { governing } from '../governing.ts';
import { NAME_LIMIT, nameHolds, withPrefix } from '../names.ts';
import { quoted } from '../words.ts';
import type { DocumentFinding, DocumentRule } from './document-rule.ts';
import { clausesOf } from './traits.ts';

/** A name given in this very document, against the name that the licence of what it is made from demands. */
export const derivativeName: DocumentRule = ({ model }, _context, { names, teaches }) => {
  const made = teaches ? 'outputs' : 'materials';
  const findings: DocumentFinding[] = [];
  for (const { license } of governing(model)) {
    for (const clause of clausesOf(license, 'derivative-name-prefix')) {
      const { words, position, covers, section, document } = clause;
      const [name] = names;
      if (!covers.includes(made) || !name || names.some(({ text }) => nameHolds(text, words, position))) continue;
      const given = quoted(visible(name.text, NAME_LIMIT));
      const brief =
        position === 'prefix'
          ? t('{0} must begin with {1}', given, quoted(words))
          : t('{0} must hold {1}', given, quoted(words));
      findings.push({
        message: t('{0}: the name {1}', license.shortName, brief),
        brief: t('the name {0}', brief),
        license: license.id,
        section,
        ...(document ? { document } : {}),
        ...(name.weak ? { level: 'information' } : {}),
        related: [{ span: name.span, message: t('The name given here') }],
        fix: { kind: 'rename', span: name.span, name: withPrefix(name.text, words) },
      });
    }
  }
  return findings;
};
