/** Keystroke to diagnostics, over the real protocol, in YAML documents of two sizes. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, type Figure, median, quantile, serverBundle, timed, withFolder } from './kit.ts';

/** A plausible configuration of `lines` lines with a model reference in every fortieth. */
export function configuration(lines: number): string {
  const out: string[] = ['services:'];
  for (let i = 0; out.length < lines; i++) {
    out.push(`  service-${i}:`, `    image: registry.example.com/team/service-${i}:1.${i}`, '    environment:');
    for (let k = 0; k < 35; k++) out.push(`      SETTING_${k}: "value ${k} of ${i}"`);
    out.push(`      MODEL_ID: ${i % 2 ? 'meta-llama/Llama-3.1-8B-Instruct' : 'Qwen/Qwen2.5-3B-Instruct'}`);
  }
  return out.slice(0, lines).join('\n');
}

async function keystrokes(lines: number, strokes: number): Promise<{ times: number[]; count: number }> {
  return withFolder(async (folder) => {
    const client = await Client.start(serverBundle, folder);
    const uri = pathToFileURL(path.join(folder, 'compose.yaml')).toString();
    await client.open(uri, 'yaml', configuration(lines));
    const before = await client.diagnostics(uri);
    const line = Math.floor(lines / 2);
    const times: number[] = [];
    for (let i = 0; i < strokes; i++) {
      const at = { line, character: 0 };
      const change =
        i % 2
          ? { range: { start: at, end: { line, character: 1 } }, text: '' }
          : { range: { start: at, end: at }, text: ' ' };
      times.push(
        await timed(async () => {
          await client.change(uri, i + 2, change);
          await client.diagnostics(uri);
        }),
      );
    }
    await client.stop();
    // the first strokes are the engine's warm-up
    return { times: times.slice(Math.min(20, strokes >> 2)), count: before.length };
  });
}

export async function editing(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [lines, strokes, limit] of [
    [1_000, 200, 20],
    [20_000, 60, 150],
  ] as const) {
    const { times, count } = await keystrokes(lines, strokes);
    figures.push({
      name: `keystroke to diagnostics, ${lines.toLocaleString('en')} lines of YAML, p95`,
      value: quantile(times, 0.95),
      unit: 'ms',
      limit,
      detail: `median ${median(times).toFixed(1)} ms, ${count} diagnostics`,
    });
  }
  return figures;
}
