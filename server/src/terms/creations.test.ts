import { describe, expect, it } from 'vitest';
import { creationsIn } from './creations.ts';

describe('names given by commands', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['a script', 'build.sh', 'ollama create support-bot -f models/Modelfile\n', ['support-bot of models/Modelfile']],
    ['the long option', 'build.sh', 'ollama create a/b:8b --file ./Modelfile\n', ['a/b:8b of ./Modelfile']],
    ['the file where none is named', 'build.sh', 'cd models && ollama create bot\n', ['bot of Modelfile']],
    ['a Makefile', 'Makefile', 'bot:\n\tollama create bot -f Modelfile\n', ['bot of Modelfile']],
    [
      'a step of CI',
      '.github/workflows/build.yaml',
      'jobs:\n  a:\n    steps:\n      - run: |\n          ollama create bot -f Modelfile\n',
      ['bot of Modelfile'],
    ],
    [
      'a list of words',
      'build.py',
      'subprocess.run(["ollama", "create", "bot", "-f", "m/Modelfile"])\n',
      ['bot of m/Modelfile'],
    ],
    [
      'an example in a README',
      'README.md',
      '# Bot\n\n```sh\nollama create bot -f Modelfile\n```\n',
      ['bot of Modelfile'],
    ],
    [
      'and whether it is pushed',
      'build.sh',
      'ollama create acme/bot -f Modelfile\nollama push acme/bot\n',
      ['acme/bot of Modelfile, pushed'],
    ],
    ['other commands', 'build.sh', 'ollama run bot\ndocker create bot -f Modelfile\n', []],
    ['a comment', 'build.sh', '# ollama create bot -f Modelfile\n', []],
    ['prose', 'notes.txt', 'ollama can create bots\n', []],
  ])('%s', (_title, path, text, expected) => {
    const found = creationsIn({ path, text });
    expect(found.map(({ modelfile, name, pushed }) => `${name} of ${modelfile}${pushed ? ', pushed' : ''}`)).toEqual(
      expected,
    );
    for (const { name, span } of found) expect(text.slice(span.start, span.end)).toBe(name);
  });
});
