import { describe, expect, it } from 'vitest';
import { database } from '../terms/testkit-documents.ts';
import { mayShow, ShownWords, wordsToShow } from './shownWords.ts';

const BUILT = 'Built with Llama';
const SHIPS = { distributes: true };

function project(files: Record<string, string>) {
  const read: string[] = [];
  const words = new ShownWords(
    () => Object.keys(files).map((name) => `/p/${name}`),
    async (location) => {
      read.push(location.slice(3));
      return files[location.slice(3)];
    },
    () => [BUILT, 'Powered by xAI'],
  );
  return { words, read };
}
const holds = async (files: Record<string, string>, usage = {}) =>
  (await project(files).words.around('/p', usage)).showsWords?.(BUILT);

describe('words that a project shows', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['in a page', { 'web/index.html': '<footer>Built with\n  Llama</footer>' }, true],
    ['in a component', { 'src/About.tsx': 'export const About = () => <p>Built with Llama</p>;' }, true],
    ['in a translation', { 'src/locales/en/app.json': '{"about": "Built with Llama 3.1"}' }, true],
    ['in the documentation', { 'docs/about.md': 'Built with Llama.' }, true],
    ['in other words', { 'web/index.html': 'Made with Llama' }, false],
    ['where nobody sees them', { 'src/main.py': '# Built with Llama' }, false],
  ])('%s', async (_title, files, expected) => {
    expect(await holds(files, SHIPS)).toBe(expected);
  });

  it('are not looked for while nothing is declared that they hang on', async () => {
    const { words, read } = project({ 'index.html': BUILT });
    expect((await words.around('/p', { distributes: false })).showsWords).toBeUndefined();
    expect((await words.around(undefined, SHIPS)).showsWords).toBeUndefined();
    expect(read).toEqual([]);
  });

  it('are followed file by file', async () => {
    const files: Record<string, string> = { 'index.html': 'nothing', 'other.html': 'nothing' };
    const { words, read } = project(files);
    const shown = async () => (await words.around('/p', SHIPS)).showsWords?.(BUILT);
    expect(await shown()).toBe(false);
    files['index.html'] = BUILT;
    read.length = 0;
    expect(await words.refresh(['/p/index.html'])).toBe(true);
    expect(read).toEqual(['index.html']);
    expect(await shown()).toBe(true);
    expect(await words.refresh(['/p/index.html'])).toBe(false);
    expect(await words.refresh(['/p/main.py'])).toBe(false);
  });

  describe('a page that is left out of the project', () => {
    /** `left`: what a look through the project does not come by. */
    function leavingOut(left: Set<string>, files: Record<string, string>) {
      const asked: string[] = [];
      let looks = 0;
      const words = new ShownWords(
        () => {
          looks++;
          return Object.keys(files)
            .filter((name) => !left.has(name))
            .map((name) => `/p/${name}`);
        },
        async (location) => {
          asked.push(location.slice(3));
          return files[location.slice(3)];
        },
        () => [BUILT],
      );
      const shows = async () => (await words.around('/p', SHIPS)).showsWords?.(BUILT);
      return { words, asked, shows, looks: () => looks };
    }
    const IGNORED = 'dist/index.html';

    it('counts for nothing and is not read, however often it is written', async () => {
      const files = { 'index.html': 'nothing', [IGNORED]: BUILT };
      const { asked, looks, shows, words } = leavingOut(new Set([IGNORED]), files);
      expect(await shows()).toBe(false);
      asked.length = 0;
      for (let i = 0; i < 3; i++) expect(await words.refresh([`/p/${IGNORED}`])).toBe(false);
      expect(await shows()).toBe(false);
      expect(asked).toEqual([]);
      // one to begin with, one to learn that the page is left out
      expect(looks()).toBe(2);
    });

    it('is not even looked for among installed packages', async () => {
      const { asked, looks, shows, words } = leavingOut(new Set(), { 'index.html': 'nothing' });
      expect(await shows()).toBe(false);
      asked.length = 0;
      expect(await words.refresh(['/p/node_modules/a/index.html', '/p/web/node_modules/b/i.tsx'])).toBe(false);
      expect([asked, looks()]).toEqual([[], 1]);
    });

    it('is asked for again once it was gone', async () => {
      const left = new Set([IGNORED]);
      const { shows, words } = leavingOut(left, { [IGNORED]: BUILT });
      expect(await shows()).toBe(false);
      expect(await words.refresh([`/p/${IGNORED}`])).toBe(false);
      left.clear();
      expect(await words.refresh([`/p/${IGNORED}`], () => true)).toBe(false);
      expect(await words.refresh([`/p/${IGNORED}`])).toBe(true);
      expect(await shows()).toBe(true);
    });
  });

  it('are found in a new page, for one look however many there are', async () => {
    const files: Record<string, string> = { 'index.html': 'nothing' };
    const { words, read } = project(files);
    const shown = async () => (await words.around('/p', SHIPS)).showsWords?.(BUILT);
    expect(await shown()).toBe(false);
    Object.assign(files, { 'a.html': 'nothing', 'b.html': BUILT });
    read.length = 0;
    expect(await words.refresh(['/p/a.html', '/p/b.html'])).toBe(true);
    expect(read).toEqual(['a.html', 'b.html']);
    expect(await shown()).toBe(true);
  });

  it('are looked for in a project that lies among installed packages itself', async () => {
    const top = '/p/node_modules/a';
    const words = new ShownWords(
      () => [`${top}/index.html`],
      async () => BUILT,
      () => [BUILT],
    );
    expect((await words.around(top, SHIPS)).showsWords?.(BUILT)).toBe(true);
  });

  it('are those of all licences', () => {
    const words = wordsToShow(database());
    expect(words).toEqual(expect.arrayContaining([BUILT, 'Built with Meta Llama 3', 'Improved using Qwen', 'Kimi K2']));
    expect(new Set(words).size).toBe(words.length);
  });

  it.each([
    ['/p/a.html', true],
    ['/p/app/res/values/strings.xml', true],
    ['/p/i18n/de.yaml', true],
    ['/p/package.json', false],
    ['/p/README.md', false],
  ])('%s: %s', (location, expected) => expect(mayShow(location)).toBe(expected));
});
