/** Start and memory, as ratios against a language server that does nothing. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Client, type Figure, median, root, serverBundle, timed, withFolder } from './kit.ts';

const ROUNDS = 15;
const TEXT = 'model: meta-llama/Llama-3.1-8B-Instruct\n';

export async function starting(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const empty = path.join(folder, 'empty.js');
    await build({
      entryPoints: [path.join(root, 'test/bench/emptyServer.ts')],
      outfile: empty,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
    });
    const uri = pathToFileURL(path.join(folder, 'config.yaml')).toString();
    const times = { empty: [] as number[], ours: [] as number[] };
    const memory = { empty: [] as number[], ours: [] as number[] };
    // alternating, so that whatever else the machine does meets both alike
    for (let round = 0; round < ROUNDS; round++) {
      let client: Client | undefined;
      times.empty.push(
        await timed(async () => {
          client = await Client.start(empty, folder);
        }),
      );
      await client?.open(uri, 'yaml', TEXT);
      await client?.diagnostics(uri);
      memory.empty.push(client?.memory() ?? Number.NaN);
      await client?.stop();
      times.ours.push(
        await timed(async () => {
          client = await Client.start(serverBundle, folder);
          await client.open(uri, 'yaml', TEXT);
          const found = await client.diagnostics(uri);
          if (found.length !== 1) throw new Error(`expected one diagnostic, got ${found.length}`);
        }),
      );
      memory.ours.push(client?.memory() ?? Number.NaN);
      await client?.stop();
    }
    const ms = (values: number[]) => `${median(values).toFixed(0)} ms`;
    const mib = (values: number[]) => `${median(values).toFixed(0)} MiB`;
    return [
      {
        name: 'spawn to first diagnostics / empty server, spawn to initialized',
        value: median(times.ours) / median(times.empty),
        unit: '×',
        limit: 1.3,
        detail: `${ms(times.ours)} / ${ms(times.empty)}, medians of ${ROUNDS}`,
      },
      {
        name: 'resident memory / empty server',
        value: median(memory.ours) / median(memory.empty),
        unit: '×',
        limit: 1.5,
        detail: `${mib(memory.ours)} / ${mib(memory.empty)}`,
      },
    ];
  });
}
