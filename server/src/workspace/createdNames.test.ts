import { describe, expect, it } from 'vitest';
import { pathIn } from '../features/folders.ts';
import { CreatedNames, mayCreate } from './createdNames.ts';

const project = (files: Readonly<Record<string, string>>) =>
  new CreatedNames(
    () => Object.keys(files).map((name) => `/p/${name}`),
    async (location) => files[location.slice(3)],
  );

describe('names given elsewhere', () => {
  // [title, files, Modelfile, names]
  it.each<[string, Readonly<Record<string, string>>, string, readonly string[] | undefined]>([
    [
      'by a script beside it',
      { 'bot/build.sh': 'ollama create support -f Modelfile\n' },
      'bot/Modelfile',
      ['support in bot/build.sh'],
    ],
    [
      'by a script elsewhere, run at the top',
      { 'scripts/build.sh': 'ollama create support -f ./bot/Modelfile\n' },
      'bot/Modelfile',
      ['support in scripts/build.sh'],
    ],
    [
      'by a script that goes up first',
      { 'scripts/build.sh': 'ollama create support -f ../bot/Modelfile\n' },
      'bot/Modelfile',
      ['support in scripts/build.sh'],
    ],
    [
      'by a workflow, and pushed',
      { '.github/workflows/a.yaml': 'jobs: {a: {steps: [{run: "ollama create x && ollama push x"}]}}\n' },
      'Modelfile',
      ['x in .github/workflows/a.yaml, pushed'],
    ],
    ['to another Modelfile', { 'build.sh': 'ollama create support -f other/Modelfile\n' }, 'Modelfile', []],
    ['in a file where no commands stand', { 'notes.txt': 'ollama create support -f Modelfile\n' }, 'Modelfile', []],
    ['to something that is no Modelfile', { 'build.sh': 'ollama create support -f app.yaml\n' }, 'app.yaml', undefined],
  ])('%s', async (_title, files, modelfile, expected) => {
    const { namesGiven } = await project(files).around(`/p/${modelfile}`, '/p');
    expect(namesGiven?.().map(({ name, file, pushed }) => `${name} in ${file}${pushed ? ', pushed' : ''}`)).toEqual(
      expected,
    );
  });

  // [folder, script, command, Modelfile]: locations as an editor has them
  it.each([
    ['file:///repos/app', 'build.sh', 'ollama create x -f "My bots/Modelfile"', 'My%20bots/Modelfile'],
    ['file:///repos/app', 'build.sh', 'ollama create x -f modèles/Modelfile', 'mod%C3%A8les/Modelfile'],
    ['file:///repos/my%20app', 'build.sh', 'ollama create x -f "/repos/my app/Modelfile"', 'Modelfile'],
    ['file:///c%3A/repos/app', 'build.ps1', 'ollama create x -f .\\bots\\Modelfile', 'bots/Modelfile'],
    ['file:///c%3A/repos/app', 'build.cmd', 'ollama create x -f C:\\repos\\app\\Modelfile', 'Modelfile'],
    ['vscode-vfs://github/acme/app', 'tools/build.sh', 'ollama create x -f ../Modelfile', 'Modelfile'],
  ])('in %s/%s: %s', async (folder, script, command, modelfile) => {
    const names = new CreatedNames(
      () => [`${folder}/${script}`],
      async () => `${command}\n`,
      pathIn,
    );
    const { namesGiven } = await names.around(`${folder}/${modelfile}`, folder);
    expect(namesGiven?.()).toEqual([{ name: 'x', file: script, pushed: false }]);
  });

  it('is not looked for outside of a project', async () => {
    expect(await project({}).around('/q/Modelfile', undefined)).toEqual({});
  });

  it('is looked for once, until it is forgotten', async () => {
    const files: Record<string, string> = { 'build.sh': 'ollama create a\n' };
    const names = project(files);
    const now = async () => (await names.around('/p/Modelfile', '/p')).namesGiven?.().map(({ name }) => name);
    expect(await now()).toEqual(['a']);
    files['build.sh'] = 'ollama create b\n';
    expect(await now()).toEqual(['a']);
    names.forget();
    expect(await now()).toEqual(['b']);
  });

  it.each([
    ['/p/Makefile', true],
    ['/p/scripts/make-model.sh', true],
    ['/p/.github/workflows/a.yml', true],
    ['/p/README.md', true],
    ['/p/node_modules/a/package.json', false],
    ['/p/values.yaml', false],
    ['/p/src/main.py', false],
  ])('%s: %s', (location, expected) => expect(mayCreate(location)).toBe(expected));
});
