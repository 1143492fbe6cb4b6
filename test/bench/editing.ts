/** Keystroke to diagnostics, over the real protocol, in YAML of two sizes, in long program source and in a long script. */
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

/** Plausible Python with a model loaded behind every fortieth function. */
function python(lines: number): string {
  const out: string[] = ['from transformers import AutoModel', ''];
  for (let i = 0; out.length < lines; i++) {
    out.push(`def step_${i}(value, *, limit=${i}):`, `    """Does step ${i}."""`, `    name = "step-${i}"`);
    out.push('    for k in range(limit):', `        value = compute(value, key="k-${i}", mode="fast")`);
    out.push('    return {"name": name, "value": value, "unit": "kg"}', '', '');
    if (i % 40 === 0) out.push(`MODEL_${i} = AutoModel.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")`);
  }
  return out.slice(0, lines).join('\n');
}

/** The same in TypeScript. */
function typescript(lines: number): string {
  const out: string[] = [];
  for (let i = 0; out.length < lines; i++) {
    out.push(`export function step${i}(value: number, limit = ${i}) {`, `  const name = 'step-${i}';`);
    out.push('  for (let k = 0; k < limit; k++) {', `    value = compute(value, { key: 'k-${i}', mode: 'fast' });`);
    out.push('  }', `  return { name, value, unit: 'kg' };`, '}', '');
    if (i % 40 === 0) out.push(`export const model${i} = 'meta-llama/Llama-3.1-8B-Instruct';`);
  }
  return out.slice(0, lines).join('\n');
}

/** A plausible script with a model served behind every fortieth function. */
function shell(lines: number): string {
  const out: string[] = ['#!/usr/bin/env bash', 'set -euo pipefail', ''];
  for (let i = 0; out.length < lines - 10; i++) {
    out.push(`# Step ${i}: makes what the next one needs.`, `step_${i}() {`, `  local out="$1/build-${i}"`);
    out.push('  for file in "$out"/*.txt; do', `    run_tool --input "$file" --level ${i} --mode fast \\`);
    out.push('      --output "$out/$(basename "$file" .txt).json"', '  done', '}', '');
    if (i % 40 === 0) out.push(`MODEL_${i}=meta-llama/Llama-3.1-8B-Instruct`, `vllm serve "$MODEL_${i}" --port 8080`);
  }
  return out.join('\n');
}

const documents = {
  YAML: { name: 'compose.yaml', languageId: 'yaml', text: configuration },
  Python: { name: 'train.py', languageId: 'python', text: python },
  TypeScript: { name: 'steps.ts', languageId: 'typescript', text: typescript },
  Shell: { name: 'steps.sh', languageId: 'shellscript', text: shell },
} as const;

async function keystrokes(
  language: keyof typeof documents,
  lines: number,
  strokes: number,
): Promise<{ times: number[]; count: number }> {
  return withFolder(async (folder) => {
    const client = await Client.start(serverBundle, folder);
    const { languageId, name, text } = documents[language];
    const uri = pathToFileURL(path.join(folder, name)).toString();
    await client.open(uri, languageId, text(lines));
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
  for (const [language, lines, strokes, limit] of [
    ['YAML', 1_000, 200, 20],
    ['YAML', 20_000, 60, 150],
    ['Python', 20_000, 60, 150],
    ['TypeScript', 20_000, 60, 150],
    ['Shell', 20_000, 60, 150],
  ] as const) {
    const { times, count } = await keystrokes(language, lines, strokes);
    figures.push({
      name: `keystroke to diagnostics, ${lines.toLocaleString('en')} lines of ${language}, p95`,
      value: quantile(times, 0.95),
      unit: 'ms',
      limit,
      detail: `median ${median(times).toFixed(1)} ms, ${count} diagnostics`,
    });
  }
  return figures;
}
