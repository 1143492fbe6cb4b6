import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import { governing } from '../governing.ts';
import { NAME_LIMIT, nameHolds, withPrefix } from '../names.ts';
import type { GivenName } from '../situation.ts';
import type { RuleLevel, UsageProfile } from '../types.ts';
import { quoted, withDetails } from '../words.ts';
import type { DocumentFinding, DocumentRule } from './document-rule.ts';
import { clausesOf } from './traits.ts';

/** A name given to what is made here, against the name that the licence of what it is made from demands. */
export const derivativeName: DocumentRule = ({ model }, _context, { names, teaches, usage }) => {
  const made = teaches ? 'outputs' : 'materials';
  const findings: DocumentFinding[] = [];
  for (const { license } of governing(model)) {
    for (const clause of clausesOf(license, 'derivative-name-prefix')) {
      const { words, position, covers, section, document } = clause;
      const holds = ({ text }: GivenName) => nameHolds(text, words, position);
      const name = names.find((one) => !holds(one));
      // a document that says the name somewhere need not say it everywhere; each command makes a model of its own
      const isSaid = names.some((one) => one.file === undefined && holds(one));
      if (!covers.includes(made) || !name || isSaid) continue;
      const level = levelFor(name, usage);
      if (level === 'off') continue;
      const given = quoted(visible(name.text, NAME_LIMIT));
      const brief =
        position === 'prefix'
          ? t('{0} must begin with {1}', given, quoted(words))
          : t('{0} must hold {1}', given, quoted(words));
      const message = t('{0}: the name {1}', license.shortName, brief);
      findings.push({
        message: withDetails(message, [
          name.file !== undefined && t('given in {0}', visible(name.file, NAME_LIMIT)),
          level === 'information' && name.local && t('once the model is passed on'),
        ]),
        brief: t('the name {0}', brief),
        license: license.id,
        section,
        ...(document ? { document } : {}),
        ...(level ? { level } : {}),
        ...(name.span
          ? {
              related: [{ span: name.span, message: t('The name given here') }],
              fix: { kind: 'rename', span: name.span, name: withPrefix(name.text, words) },
            }
          : {}),
      });
    }
  }
  return findings;
};

/** A model on one's own machine may bear any name until it is passed on. */
function levelFor({ local, weak }: GivenName, { distributes }: UsageProfile): RuleLevel | undefined {
  if (local && distributes === false) return 'off';
  return weak || (local && !distributes) ? 'information' : undefined;
}
