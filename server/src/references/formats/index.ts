/** The registry of readers: one file per syntax. A format without a reader yet is not here. */
import type { Format, FormatReader } from '../types.ts';
import { dockerfile } from './dockerfile.ts';
import { dotenv } from './dotenv.ts';
import { hcl } from './hcl.ts';
import { html } from './html.ts';
import { javascript } from './javascript.ts';
import { json } from './json.ts';
import { makefile } from './makefile.ts';
import { markdown } from './markdown.ts';
import { modelfile } from './modelfile.ts';
import { notebook } from './notebook.ts';
import { properties } from './properties.ts';
import { python } from './python.ts';
import { shell } from './shell.ts';
import { source } from './source.ts';
import { text } from './text.ts';
import { toml } from './toml.ts';
import { batch, powershell } from './windows.ts';
import { yaml } from './yaml.ts';

const readers: Readonly<Partial<Record<Format, FormatReader>>> = {
  yaml,
  json,
  toml,
  dotenv,
  properties,
  dockerfile,
  modelfile,
  markdown,
  shell,
  makefile,
  hcl,
  python,
  javascript,
  notebook,
  html,
  powershell,
  batch,
  source,
  text,
};

export function readerOf(format: Format): FormatReader | undefined {
  return readers[format];
}
