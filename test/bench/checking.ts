/** `modelterms check` of a large tree, against ripgrep searching the same files, and its memory as the tree grows. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cliBundle, type Figure, median, root, timed, withFolder } from './kit.ts';

const ROUNDS = 5;
/** One alternation such as somebody would grep for to find model names. */
const ALTERNATION = 'llama|mistral|qwen|gemma|deepseek|phi-|huggingface|ollama';

/** A tree of real files: the installed dependencies under a name that nothing ignores. */
function plantTree(folder: string, copies: number): void {
  for (let i = 0; i < copies; i++) {
    for (const part of [
      'yaml',
      'vscode-languageserver-protocol',
      'typescript',
      'mocha',
      'vite',
      'typebox',
      'undici',
      'semver',
    ]) {
      const from = path.join(root, 'node_modules', part);
      cpSync(from, path.join(folder, `copy-${i}`, part), {
        recursive: true,
        filter: (source) => !/[\\/]node_modules[\\/]/.test(path.relative(from, source)),
        dereference: true,
      });
    }
    mkdirSync(path.join(folder, `copy-${i}`, 'deploy'), { recursive: true });
    writeFileSync(path.join(folder, `copy-${i}`, 'deploy', 'config.yaml'), 'model: meta-llama/Llama-3.1-8B-Instruct\n');
  }
}

const run = (command: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  if (result.error) throw result.error;
  return result;
};

/** Peak resident memory in MiB of one check, read by a hook in the checked process as it leaves. */
function peak(folder: string, hook: string, out: string): number {
  run(process.execPath, ['--require', hook, cliBundle, 'check', folder, '--fail-on', 'never'], { BENCH_OUT: out });
  return Number(readFileSync(out, 'utf8')) / 1024;
}

export async function checking(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const small = path.join(folder, 'small');
    const large = path.join(folder, 'large');
    plantTree(small, 1);
    plantTree(large, 6);
    const hook = path.join(folder, 'peak.cjs');
    const out = path.join(folder, 'peak.txt');
    writeFileSync(
      hook,
      "process.on('exit', () => require('fs').writeFileSync(process.env.BENCH_OUT, String(process.resourceUsage().maxRSS)));",
    );

    const check = () => run(process.execPath, [cliBundle, 'check', large, '--fail-on', 'never']);
    const summary = check().stdout.trim().split('\n').at(-1) ?? '';
    const node: number[] = [];
    const ours: number[] = [];
    const rg: number[] = [];
    const hasRipgrep = !spawnSync('rg', ['--version']).error;
    for (let round = 0; round < ROUNDS; round++) {
      node.push(await timed(() => run(process.execPath, ['-e', ''])));
      ours.push(await timed(check));
      if (hasRipgrep) rg.push(await timed(() => run('rg', ['-i', '--count', ALTERNATION, large])));
    }
    const net = median(ours) - median(node);
    const figures: Figure[] = [
      hasRipgrep
        ? {
            name: 'check of a large tree, less the start of Node / ripgrep, one alternation',
            value: net / median(rg),
            unit: '×',
            limit: 5,
            detail: `${net.toFixed(0)} ms / ${median(rg).toFixed(0)} ms; ${summary}`,
          }
        : {
            name: 'check of a large tree, less the start of Node',
            value: net,
            unit: 'ms',
            detail: `rg is not installed, so there is no ratio; ${summary}`,
          },
    ];
    const [one, six] = [peak(small, hook, out), peak(large, hook, out)];
    figures.push({
      name: 'peak memory, tree of six copies / one copy',
      value: six / one,
      unit: '×',
      detail: `${six.toFixed(0)} MiB / ${one.toFixed(0)} MiB`,
    });
    return figures;
  });
}
