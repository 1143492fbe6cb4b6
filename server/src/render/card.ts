/** A model's card as Markdown for hovers and as plain text for terminals: one layout, two styles. */
import type { Colors } from 'picocolors/types';
import { markdown, markdownCode, markdownLink, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Card, CardLine } from '../terms/index.ts';

/** How the parts of a card are written. Everything given to a style is plain text, and the style escapes it. */
interface Style {
  text(text: string): string;
  /** The model's own name, as a title. */
  id(text: string): string;
  /** Another model's name. */
  name(text: string): string;
  strong(text: string): string;
  quiet(text: string): string;
  link(text: string, url: string | undefined): string;
  item(content: string): string;
}

/** What comes from documents is cut before it gets here; what a licence bars is told whole. */
const WHOLE = 4000;

const MARKDOWN: Style = {
  text: (text) => markdown(text, WHOLE),
  id: (text) => `**${markdownCode(text)}**`,
  name: (text) => markdownCode(text),
  strong: (text) => `**${markdown(text)}**`,
  quiet: (text) => `_${markdown(text)}_`,
  link: markdownLink,
  item: (content) => `- ${content}`,
};

const plainStyle = ({ bold, dim }: Pick<Colors, 'bold' | 'dim'>): Style => ({
  text: (text) => visible(text, WHOLE),
  id: (text) => bold(visible(text)),
  name: (text) => visible(text),
  strong: (text) => bold(visible(text)),
  quiet: (text) => dim(visible(text)),
  link: (text, url) => (url === undefined ? visible(text) : `${visible(text)}: ${visible(url)}`),
  item: (content) => `  - ${content}`,
});

/** No HTML, no command links; nothing that comes from a document is markup. */
export const cardMarkdown = (card: Card): string => layOut(card, MARKDOWN);

/** Ends without a line break. `colors`: as picocolors makes them; plain where left out. */
export const cardText = (card: Card, colors: Pick<Colors, 'bold' | 'dim'> = { bold: String, dim: String }): string =>
  layOut(card, plainStyle(colors));

function layOut(card: Card, style: Style): string {
  const { id, item, link, name, quiet, strong, text } = style;
  const separated = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ');
  const list = (title: string, items: readonly string[]) =>
    items.length > 0 ? [strong(title), ...items.map(item)].join('\n') : '';
  const lines = (title: string, all: readonly CardLine[]) =>
    list(
      title,
      all.map((line) => lineOf(line, style)),
    );
  const blocks = [
    separated([id(card.title), card.publisher && text(card.publisher)]),
    separated(card.facts.map(text)),
    card.accepted && strong(card.accepted),
    strong(card.headline),
    // in one line: a hover shows little, and what the licence asks for is to be seen in it
    separated(card.whyNotOpen.filter((why) => !card.headline.endsWith(`: ${why}`)).map(text)),
    list(
      t('Licence'),
      card.licenses.map(({ evidence, label, name: title, url }) =>
        separated([link(label, url), label === title ? undefined : text(title), quiet(known(evidence))]),
      ),
    ),
    lines(t('You may'), card.may),
    lines(t('You must'), card.must),
    lines(t('You must not'), card.mustNot),
    lines(t('Limits'), card.limits),
    card.undeclared ? quiet(card.undeclared) : '',
    list(
      t('How open it is'),
      [...card.components.map(({ label, name: part }) => `${part}: ${label}`), ...card.judgements].map(text),
    ),
    list(
      t('Lineage'),
      card.lineage.map(({ id: model, license, name: family, relation }) =>
        separated([model === null ? text(family) : name(model), text(relation), license ? text(license) : undefined]),
      ),
    ),
    list(t('Notes'), card.notes.map(text)),
    // where a licence's line tells it already, it is not told again
    card.evidence.source === '' || card.licenses.some(({ evidence }) => known(evidence) === known(card.evidence))
      ? ''
      : text(t('How this is known: {0}', known(card.evidence))),
    separated(card.links.map(({ label, url }) => link(label, url))),
    quiet(card.disclaimer),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

/** What is decided stands out; that something cannot be told is no news on a card full of it. */
function lineOf({ note, place, text: said, verdict, weighed }: CardLine, { quiet, strong, text }: Style): string {
  const told = weighed && (verdict === 'conditional' ? quiet(weighed) : strong(weighed));
  return [text(said), place && quiet(place), told, note && text(note)].filter(Boolean).join(' · ');
}

const known = ({ checked, label, source }: Card['evidence']): string => t('{0}: {1} ({2})', label, source, checked);
