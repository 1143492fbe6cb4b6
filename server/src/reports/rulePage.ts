/** The parts of a rule's page (`docs/rules/<rule>.md`), for reports that describe the rules they name. */

export interface PageParts {
  /** "user-threshold: above a number of users" → "Above a number of users" */
  readonly title?: string;
  /** The first paragraph of what it means. */
  readonly meaning?: string;
  /** The page below its title, as Markdown. */
  readonly body: string;
}

export function pageParts(page: string): PageParts {
  const [, heading = ''] = /^# (.*)$/m.exec(page) ?? [];
  const body = page
    .replace(/^# .*\n+/, '')
    // other pages are nowhere to be linked to
    .replace(/\[([\w-]+)\]\([\w-]+\.md\)/g, '`$1`')
    .trimEnd();
  const said = heading.replace(/^[a-z-]+: /, '');
  const [, meaning] = /^## What it means\n+(\S.*)$/m.exec(body) ?? [];
  return {
    ...(said === '' ? {} : { title: said.charAt(0).toUpperCase() + said.slice(1) }),
    ...(meaning === undefined ? {} : { meaning }),
    body,
  };
}
