/** Programs whose words name models. One row a command: adding a tool is adding a row, with a line in the test. */
import type { Role } from '../types.ts';

export interface CommandRow {
  readonly program: string;
  /** The subcommands that follow, options between them allowed. */
  readonly path: readonly string[];
  /** Which plain arguments name models: indexes, or all of them. */
  readonly models: readonly number[] | 'all' | 'none';
  /** Whose names they are; without it, Hugging Face ids. */
  readonly runtime?: 'ollama' | 'ramalama' | 'docker' | 'lmstudio' | 'bedrock';
  readonly role?: Role;
  /** Its plain arguments are repositories that it makes or writes to. */
  readonly writes?: true;
  /** Short options of this command that name a model, with the role where it is not `model`. */
  readonly flags?: Readonly<Record<string, Role>>;
}

const rows = (
  program: string,
  paths: readonly string[],
  rest: Omit<CommandRow, 'program' | 'path'>,
): readonly CommandRow[] => paths.map((path) => ({ program, path: path === '' ? [] : path.split(' '), ...rest }));

const llamaCpp: Readonly<Record<string, Role>> = {
  '-hf': 'model',
  '-hfr': 'model',
  '-hfd': 'draft',
  '-hfrd': 'draft',
  '-hfv': 'model',
  '-hfrv': 'model',
  '-m': 'model',
  '-md': 'draft',
  '-mm': 'model',
  '-mu': 'model',
};
const hfPath: Readonly<Record<string, Role>> = { '--hf-path': 'model' };
const dashM: Readonly<Record<string, Role>> = { '-m': 'model' };

export const commands: readonly CommandRow[] = [
  ...rows('ollama', ['pull', 'run', 'show', 'push', 'rm', 'stop'], { models: [0], runtime: 'ollama' }),
  ...rows('ollama', ['cp'], { models: [0], runtime: 'ollama' }),
  ...rows('ollama', ['create', 'serve', 'list', 'ps', 'launch', ''], { models: 'none', runtime: 'ollama' }),
  ...rows('hf', ['download', 'models info', 'model info', 'cache verify'], { models: [0] }),
  ...rows('hf', ['upload', 'upload-large-folder', 'repo', 'repos'], { models: 'none', writes: true }),
  ...rows('hf', ['datasets', 'spaces', 'jobs', ''], { models: 'none' }),
  ...rows('huggingface-cli', ['download'], { models: [0] }),
  ...rows('huggingface-cli', ['upload', 'upload-large-folder', 'repo'], { models: 'none', writes: true }),
  ...rows('huggingface-cli', [''], { models: 'none' }),
  ...rows('hfdownloader', ['download', ''], { models: [0], flags: dashM }),
  ...rows('vllm', ['serve', 'launch'], { models: [0] }),
  ...rows('vllm', ['chat', 'complete', 'bench', 'run-batch', ''], { models: 'none' }),
  ...rows('sglang', ['serve', ''], { models: 'none' }),
  ...rows('trtllm-serve', ['serve', ''], { models: [0] }),
  ...rows('trtllm-bench', [''], { models: 'none', flags: dashM }),
  ...rows('lmdeploy', ['serve api_server', 'serve gradio', 'chat', 'lite auto_awq', 'convert'], { models: [0] }),
  ...rows(
    'ramalama',
    ['pull', 'run', 'serve', 'chat', 'bench', 'perplexity', 'info', 'inspect', 'rm', 'push', 'convert', 'rag', ''],
    { models: [0], runtime: 'ramalama' },
  ),
  ...rows(
    'docker',
    ['model pull', 'model run', 'model inspect', 'model rm', 'model configure', 'model tag', 'model push'],
    { models: [0], runtime: 'docker' },
  ),
  ...rows('litgpt', ['download'], { models: [0] }),
  ...rows('aphrodite', ['run'], { models: [0] }),
  ...rows('nexa', ['pull', 'infer'], { models: [0] }),
  ...rows('tune', ['download'], { models: [0] }),
  ...rows('tune', ['run', ''], { models: 'none' }),
  ...rows('lms', ['get', 'load', 'download'], { models: [0], runtime: 'lmstudio' }),
  ...[
    'llama-server',
    'llama-cli',
    'llama-bench',
    'llama-embedding',
    'llama-perplexity',
    'llama-quantize',
    'llama-simple',
    'llama-mtmd-cli',
    'llama-swap',
    'llama-speculative',
    'server',
    'main',
  ].flatMap((name) => rows(name, [''], { models: 'none', flags: llamaCpp })),
  // Without a scheme it asks Ollama's registry.
  ...rows('llama-run', [''], { models: [0], runtime: 'ollama', flags: llamaCpp }),
  ...[
    'mlx_lm.generate',
    'mlx_lm.chat',
    'mlx_lm.server',
    'mlx_lm.lora',
    'mlx_lm.fuse',
    'mlx_vlm.generate',
    'mlx_vlm.server',
    'mlx_vlm.chat',
  ].flatMap((name) => rows(name, [''], { models: 'none' })),
  ...['mlx_lm.convert', 'mlx_vlm.convert'].flatMap((name) => rows(name, [''], { models: 'none', flags: hfPath })),
  ...rows('mlx_lm', ['convert'], { models: 'none', flags: hfPath }),
  ...rows('mlx_lm', ['generate', 'chat', 'server', 'lora', ''], { models: 'none' }),
  ...rows('litellm', [''], { models: 'none', flags: dashM }),
  ...rows('aider', [''], { models: 'none' }),
  ...rows('llm', ['', 'chat', 'embed'], { models: 'none', flags: dashM }),
  ...rows('mistralrs-server', [''], { models: 'none', flags: { '-m': 'model', '-a': 'adapter', '-x': 'model' } }),
  ...rows('mistralrs', ['run', 'serve', ''], { models: 'none', flags: dashM }),
  ...rows('mlc_llm', ['chat', 'serve', 'compile', 'convert_weight', 'package'], { models: [0] }),
  ...rows('text-generation-server', ['download-weights', 'serve', 'quantize'], { models: [0] }),
  ...rows('lorax-server', ['download-weights', 'serve'], { models: [0] }),
  ...['text-generation-launcher', 'lorax-launcher', 'text-embeddings-router', 'tabby', 'infinity_emb'].flatMap((name) =>
    rows(name, [''], { models: 'none' }),
  ),
  ...rows('tabby', ['serve', 'download'], { models: 'none' }),
  ...rows('optimum-cli', ['export onnx', 'export openvino', 'export neuron', 'export tflite', ''], {
    models: 'none',
    flags: dashM,
  }),
  ...rows('ct2-transformers-converter', [''], { models: 'none' }),
  ...rows('transformers', ['chat', 'serve', 'download', 'run'], { models: [0] }),
  ...rows('transformers-cli', ['chat', 'download'], { models: [0] }),
  ...rows('trl', ['chat', 'sft', 'dpo', 'vllm-serve', ''], { models: 'none' }),
  ...rows('lm_eval', ['', 'run'], { models: 'none' }),
  ...rows('lm-eval', ['', 'run'], { models: 'none' }),
  ...rows('lighteval', [''], { models: 'none' }),
  ...rows('modelscope', ['download'], { models: 'none' }),
  ...rows('gguf-parser', [''], { models: 'none' }),
  ...rows('swift', ['sft', 'infer', 'deploy', 'export', 'rlhf', 'app', 'eval', 'pt'], { models: 'none' }),
  ...rows('llamafactory-cli', ['train', 'chat', 'export', 'api', 'webchat'], { models: 'none' }),
  ...rows('mergekit-yaml', [''], { models: 'none' }),
  ...rows('openllm', ['start', 'serve', 'run'], { models: [0] }),
  ...rows('exo', ['run'], { models: [0] }),
  ...rows('deepeval', ['set-ollama', 'set-ollama-embeddings'], { models: [0], runtime: 'ollama' }),
  ...rows('bentoml', [''], { models: 'none' }),
  ...rows('local-ai', ['run', 'models install'], { models: 'all' }),
  ...rows('whisper-server', [''], { models: 'none', flags: dashM }),
  ...rows('whisper-cli', [''], { models: 'none', flags: dashM }),
  ...rows('promptfoo', [''], { models: 'none' }),
  // Every python3.x counts as python.
  ...rows(
    'python',
    [
      '-m vllm.entrypoints.openai.api_server',
      '-m vllm.entrypoints.api_server',
      '-m sglang.launch_server',
      '-m mlx_lm.server',
      '-m mlx_lm.generate',
      '-m mlx_lm.lora',
      '-m mlx_lm generate',
      '-m mlx_lm server',
      '-m llama_cpp.server',
      '-m fastchat.serve.model_worker',
      '-m fastchat.serve.cli',
      '-m fastchat.serve.vllm_worker',
    ],
    { models: 'none' },
  ),
  ...rows('python', ['-m mlx_lm.convert', '-m mlx_vlm.convert', '-m mlx_lm convert'], {
    models: 'none',
    flags: hfPath,
  }),
  ...rows('python', ['-m mlc_llm serve', '-m mlc_llm chat'], { models: [0] }),
];

/** Subcommand paths by program. */
export const programs: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const paths = new Map<string, (readonly string[])[]>();
  for (const row of commands) paths.set(row.program, [...(paths.get(row.program) ?? []), row.path]);
  return paths;
})();

const byWords = new Map(commands.map((row) => [[row.program, ...row.path].join(' '), row]));

/** The row of a command as slots name it: the program and its subcommands. */
export function commandRow(command: readonly string[]): CommandRow | undefined {
  return byWords.get(command.join(' '));
}

/** Options that stand alone: the word behind them is no value of theirs. */
export const optionsWithoutValue: ReadonlySet<string> = new Set([
  '--rm',
  '-it',
  '-i',
  '-t',
  '-ti',
  '-d',
  '--detach',
  '--privileged',
  '--interactive',
  '--tty',
  '--init',
  '--trust-remote-code',
  '--trust_remote_code',
  '--enable-auto-tool-choice',
  '--enforce-eager',
  '--verbose',
  '-v0',
  '--quiet',
  '-q',
  '-y',
  '--yes',
  '--insecure',
  '--stream',
  '--json',
  '--no-cache',
  '--pull',
  '--no-webserver',
  '--local-dir-use-symlinks',
  '--resume-download',
  '--force-download',
  '--disable-log-requests',
  '--enable-lora',
  '--jinja',
  '--no-mmap',
  '--mlock',
  '--embedding',
  '--embeddings',
  '--reranking',
  '--metrics',
  '--enable-prefix-caching',
  '--no-pull',
  '--force-download',
  '--force_download',
  '--nocontainer',
  '--insecure-registry',
  '--force',
  '-f5',
  '--keepalive',
  '--hidethinking',
  '--nowordwrap',
  '--dryrun',
  '--debug',
]);
