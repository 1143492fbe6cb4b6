/** Loading the compiled database and looking ids up in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../licenses-db/src/index.ts';
import { createResolver } from '../../server/src/models/index.ts';
import { type Figure, median, root, timed } from './kit.ts';

const IDS = [
  'meta-llama/Llama-3.1-8B-Instruct',
  'Qwen/Qwen2.5-3B-Instruct',
  'TheBloke/Llama-2-7B-Chat-GGUF',
  'google/gemma-4-31B-it',
  'acme/secret-7b',
];

export async function database(): Promise<Figure[]> {
  const text = readFileSync(path.join(root, 'licenses-db/dist/database.db'), 'utf8');
  const loads: number[] = [];
  for (let i = 0; i < 15; i++) loads.push(await timed(() => openDatabase(text)));
  const opened = openDatabase(text);
  const resolve = createResolver(opened);
  const perCall = async (work: (id: string) => unknown) => {
    const rounds = 4_000;
    for (const id of IDS) for (let i = 0; i < 200; i++) work(id);
    const ms = await timed(() => {
      for (let i = 0; i < rounds; i++) for (const id of IDS) work(id);
    });
    return (ms * 1000) / (rounds * IDS.length);
  };
  return [
    { name: 'database, load', value: median(loads), unit: 'ms', limit: 15 },
    {
      name: 'database, look-up of an id',
      value: await perCall((id) => opened.model(id) ?? opened.family(id)),
      unit: 'µs',
      limit: 5,
    },
    {
      name: 'whole resolution of an id',
      value: await perCall((id) => resolve({ kind: 'huggingface', id })),
      unit: 'µs',
    },
  ];
}
