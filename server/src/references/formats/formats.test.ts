/** What each syntax gives: values, their key paths and their exact places. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readLabels } from '../../../../test/corpus/labels.ts';
import { expandAll } from '../expand.ts';
import { formatOf, formatOfDocument } from '../formatOf.ts';
import type { ParsedDocument, Slot } from '../types.ts';
import { readerOf } from './index.ts';

function read(path: string, text: string): ParsedDocument {
  const format = formatOfDocument({ path, text });
  const reader = format && readerOf(format);
  if (!reader) throw new Error(`no reader for ${path}`);
  return reader.read({ path, text });
}

/** `path = value`, the path with dots; `"…"` around what stands in the text where that is not the value. */
function slotsOf(path: string, text: string): string[] {
  return [...read(path, text).slots]
    .filter((slot) => !slot.context.isKey)
    .map((slot) => {
      const source = text.slice(slot.span.start, slot.span.end);
      const name = slot.context.flag ?? slot.context.path.join('.');
      return `${name} = ${slot.value}${source === slot.value ? '' : ` "${source}"`}`;
    });
}

describe('YAML', () => {
  test.each([
    ['plain', 'a: b c # d', ['a = b c']],
    ['plain over lines', 'a: b\n  c', ['a = b c "b\n  c"']],
    ['single quotes', "a: 'it''s'", ["a = it's \"it''s\""]],
    ['double quotes', 'a: "x\\ty\\u00e9"', ['a = x\tyé "x\\ty\\u00e9"']],
    ['an escaped line end', 'a: "x \\\n  y"', ['a = x y "x \\\n  y"']],
    ['literal block', 'a: |\n  x\n   y\n', ['a = x\n y "x\n   y"']],
    ['folded block', 'a: >-\n  x\n  y\n\n  z\n', ['a = x y\nz "x\n  y\n\n  z"']],
    ['nested', 'a:\n  - b: 1\n    c: 2\n  - d', ['a.0.b = 1', 'a.0.c = 2', 'a.1 = d']],
    ['flow', 'a: {b: [c, "d"], e: f}', ['a.b.0 = c', 'a.b.1 = d', 'a.e = f']],
    ['a list at its key’s indentation', 'a:\n- b\n- c', ['a.0 = b', 'a.1 = c']],
    ['documents', 'a: 1\n---\nb: 2\n...\n---\nc: 3', ['a = 1', 'b = 2', 'c = 3']],
    ['alias', 'a: &x v\nb: *x', ['a = v', 'b = v']],
    ['template', 'a: {{ .x }}\n{{- if y }}\nb: "{{ z }}"\n{{- end }}', ['a = {{ .x }}', 'b = {{ z }}']],
    ['brackets left open', 'a: [1, 2\nb: c', ['a.0 = 1', 'a.1 = 2', 'b = c']],
    ['a quote left open', 'a: "x\nb: c', ['a = x', 'b = c']],
    ['line ends of Windows', 'a: b\r\nc: d\r\n', ['a = b', 'c = d']],
    ['emoji before', '😀: "😀"\na: b', ['😀 = 😀', 'a = b']],
  ])('%s', (_, text, slots) => {
    expect(slotsOf('a.yaml', text)).toEqual(slots);
  });

  test('siblings take in merged keys, and lists as empty', () => {
    const text = 'c: &c {p: ollama}\nl:\n  <<: *c\n  m: x\n  n: [1]\n';
    const slot = [...read('a.yaml', text).slots].find((one) => one.value === 'x') as Slot;
    expect([...slot.context.siblings()]).toEqual([
      ['p', 'ollama'],
      ['m', 'x'],
      ['n', ''],
    ]);
    expect([...slot.context.ancestors()].map((one) => [...one.keys()])).toEqual([['c', 'l']]);
  });

  test('a part is read anew only where it changed, and stands where it is', () => {
    const entry = (i: number) => `  e${i}:\n    model: org/m-${i}\n    text: ${'x'.repeat(60)}\n`;
    const text = `all:\n${Array.from({ length: 200 }, (_, i) => entry(i)).join('')}`;
    const before = slotsOf('a.yaml', text);
    const after = slotsOf('a.yaml', text.replace('all:\n', 'all:\n  first: 1\n'));
    expect(after).toEqual(['all.first = 1', ...before]);
    expect(before.filter((line) => line.includes('"'))).toEqual([]);
  });
});

describe('others', () => {
  test.each([
    ['a.json', '{"a": {"b": ["c", true, 1.5, null]}}', ['a.b.0 = c', 'a.b.1 = true', 'a.b.2 = 1.5']],
    ['a.json', '{"a": "x', ['a = x']],
    ['a.jsonc', '// c\n{"a": "b",}', ['a = b']],
    ['a.jsonl', '{"a": 1}\nnot json\n{"a": 2}', ['a = 1', 'a = 2']],
    ['a.toml', 'a.b = "c"\n[[d]]\ne = \'f\'\n[[d]]\ne = """\ng"""', ['a.b = c', 'd.0.e = f', 'd.1.e = \ng']],
    ['.env', 'A=b c # d\nexport E="f\\"g" # h\nI=\n', ['A = b c', 'E = f"g "f\\"g"', 'I = ']],
    ['.env', 'A="never closed\nB=c', ['A = never closed', 'B = c']],
    ['a.properties', '# c\na.b = c\nd:e\n', ['a.b = c', 'd = e']],
    ['a.properties', 'a=b,\\\n  c', ['a = b,', 'a = c']],
    ['a.ini', '[s]\na = "b" ; c\n', ['s.a = b']],
    ['a.conf', 'server 127.0.0.1;', ['server = 127.0.0.1;']],
    ['Dockerfile', 'FROM a\nARG B=c\nENV D "e f"\nENV G=h I="j k"', ['B = c', 'D = e f', 'G = h', 'I = j k']],
    ['Dockerfile', 'CMD ["x", "--m", "y"]', [' = x', '--m = y']],
    ['Modelfile', '# c\nFROM a:b\nSYSTEM """\nFROM x\n"""\nADAPTER "c d"', ['FROM = a:b', 'ADAPTER = c d']],
    ['a.sh', 'A="b" c --d=e -f g h', ['A = b', ' = c', '--d = e', '-f = g', ' = h']],
    ['a.sh', 'vllm serve \\\r\n  a/b \\\r\n  --d e\r\n', [' = vllm', ' = serve', '0 = a/b', '--d = e']],
    ['a.sh', 'A=(--b c "d e")', ['A = --b', 'A = c', 'A = d e', '--b = c', ' = d e']],
    ['Makefile', 't:\r\n\tx --b \\\r\n\t  c\r\n', [' = x', '--b = c']],
    ['Makefile', 'define A\nb --c d\nendef\n', [' = b', '--c = d']],
    ['justfile', 'a := "b"\nc d="e" f:\n  @g --h i\n', ['a = b', 'd = e', '#fence.shell = g --h i\n "g --h i"']],
    ['Procfile', 'a: b --c d\n', [' = b', '--c = d']],
    [
      'a.service',
      '[A]\nB=c \\\n  d\nEnvironment=E=f "G=h i"\nExecStart=-/x y\n',
      ['A.B = c \\\n  d', 'A.Environment.E = f', 'A.Environment.G = h i', 'A.ExecStart = /x y'],
    ],
    ['a.bat', 'rem a b\nset C=d\ne ^\n  --f g\\h\n', [' = set', 'C = d', ' = e', '--f = g\\h']],
    [
      'a.ps1',
      '$a = "bb"\n<# ollama pull c #>\nollama pull d `\n  --e f',
      ['a = bb', ' = ollama', ' = pull', '0 = d', '--e = f'],
    ],
    ['a.html', '<a href="b&amp;c">dd</a><!-- e --><script>f("g")</script>', ['href = b&c "b&amp;c"', ' = dd']],
    [
      'a.html',
      '<pre class="language-sh">aa <b>bb</b></pre><code>c d e</code>',
      ['#fence.sh = aa bb "aa <b>bb"', '#code = c d e'],
    ],
    ['Makefile', 'A ?= b # c\nt: D = e\nt:\n\t@x --y z\n', ['A = b', 'D = e', ' = x', '--y = z']],
    [
      'a.tf',
      'a "b" {\n  c = "d" # e\n  f = [1, "g"]\n  h = x == "i" ? "j" : k("l")\n}',
      ['a.b.c = d', 'a.b.f.0 = g', 'a.b.h = j'],
    ],
    ['a.tf', 'a = <<-E\n  x\n  y\nE\nb = "c"', ['a = x\ny "x\n  y"', 'b = c']],
    [
      'a.md',
      '# a\n\n`b` [c](http://d) ![e](http://f)',
      ['#text = a', '#code = b', '#text =  ', '#url = http://d', '#text = c', '#text =  ', '#text = e'],
    ],
    ['a.md', '- x\n\n  ```yaml\n  a: b\n  c: d\n  ```\n', ['#text = x', '#fence.yaml = a: b\nc: d "a: b\n  c: d"']],
    ['a.txt', 'x y\n\nollama pull z', [' = x y', ' = ollama', ' = pull', '0 = z']],
  ] as const)('%s %j', (path, text, slots) => {
    // Headings without the shape of a model's name are skipped by Markdown's reader; one lets it read.
    const word = path.endsWith('.md') ? '\n\nmodel a/b' : '';
    const found = slotsOf(path, text + word);
    expect(word === '' ? found : found.filter((line) => !line.endsWith('= model a/b'))).toEqual(slots);
  });
});

test.each([
  ['a/docker-compose.yml', undefined, 'yaml'],
  ['.env.example', undefined, 'dotenv'],
  ['prod.env', undefined, 'dotenv'],
  ['env.sample', undefined, 'dotenv'],
  ['Dockerfile.rocm', undefined, 'dockerfile'],
  ['pull_model.Dockerfile', undefined, 'dockerfile'],
  ['Dockerfile_llamacpp', undefined, 'dockerfile'],
  ['Makefile-vllm', undefined, 'makefile'],
  ['llama.Modelfile', undefined, 'modelfile'],
  ['Modelfile', 'dockerfile', 'modelfile'],
  ['config.yaml.example', undefined, 'yaml'],
  ['settings.json.j2', undefined, 'json'],
  ['README', undefined, 'markdown'],
  ['a.bin', undefined, undefined],
  ['untitled', 'yaml', 'yaml'],
  ['.env', 'shellscript', 'dotenv'],
  ['a.yaml', 'plaintext', 'yaml'],
  ['a.txt', 'markdown', 'markdown'],
  ['notes', 'plaintext', undefined],
  ['Dockerfile.template', undefined, 'dockerfile'],
  ['vllm.service', 'systemd-conf', 'properties'],
  ['Procfile', 'plaintext', 'makefile'],
  ['justfile', 'just', 'makefile'],
  ['a.ps1', 'powershell', 'powershell'],
  ['a.cmd', 'bat', 'batch'],
  ['App.vue', 'vue', 'html'],
])('%s as %s is %s', (path, language, format) => {
  expect(formatOf(path, language)).toBe(format);
});

test.each([
  ['bin/serve', '#!/bin/bash\n', 'shell'],
  ['bin/serve', '#!/usr/bin/env -S uv run --script\n', 'python'],
  ['bin/serve', '#!/usr/bin/python3.12\n', 'python'],
  ['bin/serve', '#!/usr/bin/env node', 'javascript'],
  ['bin/serve', '#!/opt/unknown\n', undefined],
  ['bin/serve', 'echo\n#!/bin/sh\n', undefined],
  ['a.yaml', '#!/bin/sh\n', 'yaml'],
  ['bundle.min.js', '#!/usr/bin/env node\n', undefined],
])('%s that begins with %j is %s', (path, text, format) => {
  expect(formatOfDocument({ path, text })).toBe(format);
});

const corpus = readLabels(fileURLToPath(new URL('../../../../test/corpus/', import.meta.url)));

test.each(corpus.map((file) => [file.file, file] as const))(
  'every character has its place: %s',
  (_, { path, text }) => {
    const check = (slot: Slot) => {
      const { value, span, offsets } = slot;
      if (!offsets) {
        expect(text.slice(span.start, span.end)).toBe(value);
        return;
      }
      expect(offsets.length).toBe(value.length + 1);
      for (let i = 1; i < offsets.length; i++) expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1] as number);
      // Letters and digits are never written as anything else here, but for escapes.
      for (let i = 0; i < value.length; i++) {
        const written = text[offsets[i] as number];
        if (/[A-Za-z0-9]/.test(value[i] as string) && written !== '\\') expect(written).toBe(value[i]);
      }
    };
    const parsed = read(path, text);
    expandAll(parsed.slots, text.length, check);
    for (const slot of read(path, text).slots) check(slot);
  },
);
