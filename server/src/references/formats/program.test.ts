/** Program source: which strings are model references, and which are something else. */
import { describe, expect, it } from 'vitest';
import { fakeKnowledge } from '../../../../test/corpus/knowledge.ts';
import { findReferences } from '../index.ts';

/** File name, text, and the ids found in order: `kind:id`, with `hf` for Hugging Face. */
type Case = readonly [path: string, text: string, ...found: string[]];

function found(path: string, text: string, includeCommented = false): string[] {
  return findReferences({ path, text }, fakeKnowledge, { includeCommented }).references.map((one) => {
    expect(text.slice(one.span.start, one.span.end)).toBe(one.text);
    return `${one.kind === 'huggingface' ? 'hf' : one.kind}:${one.id}`;
  });
}

const tern = 'hf:acme-lab/tern';

const loads: Case[] = [
  ['a.py', `AutoModel.from_pretrained("acme-lab/tern", revision="main")`, tern],
  ['a.py', `AutoModel.from_pretrained(pretrained_model_name_or_path='acme-lab/tern')`, tern],
  ['a.py', `pipe = pipeline("text-generation", model="acme-lab/tern")`, tern],
  ['a.py', `SentenceTransformer('all-MiniLM-L6-v2')`, 'hf:sentence-transformers/all-MiniLM-L6-v2'],
  ['a.py', `CrossEncoder("acme-lab/tern")`, tern],
  ['a.py', `HuggingFaceEmbeddings(model_name="acme-lab/tern")`, tern],
  ['a.py', `llm = LLM(model="acme-lab/tern", dtype="auto")`, tern],
  ['a.py', `snapshot_download(repo_id="acme-lab/tern", local_dir="out/dir")`, tern],
  ['a.py', `hf_hub_download("acme-lab/tern", "config.json")`, tern],
  ['a.py', `InferenceClient("acme-lab/tern")`, tern],
  ['a.py', `ChatOllama(model="my-own")`, 'ollama:my-own'],
  ['a.py', `OllamaLLM(model="llama3.1:8b")`, 'ollama:llama3.1:8b'],
  ['a.py', `ollama.chat(model='llama3.2', messages=[])`, 'ollama:llama3.2'],
  ['a.py', `init_chat_model("llama3.2", model_provider="ollama")`, 'ollama:llama3.2'],
  ['a.py', `dspy.LM("ollama_chat/llama3.2")`, 'ollama:llama3.2'],
  ['a.py', `MODEL_ID = "acme-lab/tern"`, tern],
  ['a.py', `NAME = "acme-lab/tern"\nAutoModel.from_pretrained(NAME)`, tern],
  ['a.py', `def load(model_name: str = "acme-lab/tern"): pass`, tern],
  ['a.py', `class Config:\n    model: str = "acme-lab/tern"`, tern],
  ['a.py', `class Args:\n    model_id: str = field(default="acme-lab/tern")`, tern],
  ['a.py', `c = {"model": {"name": "acme-lab/tern"}}`, tern],
  ['a.py', `c["model"] = "acme-lab/tern"`, tern],
  ['a.py', `parser.add_argument("-m", "--model", type=str, default="acme-lab/tern")`, tern],
  ['a.py', `m = os.getenv("MODEL", "acme-lab/tern")`, tern],
  ['a.py', `model = f"acme-lab/tern"`, tern],
  ['a.py', `model = ("acme-lab/"\n  "tern")`, tern],
  ['a.py', `for model in ["acme-lab/tern", 'acme-lab/gull']: pass`, tern, 'hf:acme-lab/gull'],
  ['a.py', `subprocess.run(["vllm", "serve", "--model", "acme-lab/tern"])`, tern],
  ['a.py', `url = f"https://huggingface.co/acme-lab/tern/resolve/{rev}/x"`, tern],
  ['a.py', `"""Use:\n\n>>> AutoModel.from_pretrained("acme-lab/tern")\n"""`, tern],
  ['a.ts', `const MODEL = process.env.MODEL ?? 'acme-lab/tern';`, tern],
  ['a.ts', `await pipeline('feature-extraction', 'acme-lab/tern')`, tern],
  ['a.ts', `generateText({ model: ollama('llama3.2') })`, 'ollama:llama3.2'],
  ['a.ts', `new ChatOllama({ model: 'llama3.2', temperature: 0 })`, 'ollama:llama3.2'],
  ['a.ts', `const o = { provider: 'ollama', model: 'my-own' };`, 'ollama:my-own'],
  ['a.ts', 'const model = `acme-lab/tern`;', tern],
  ['a.ts', `class A { private modelId: string = "acme-lab/tern"; }`, tern],
  ['a.tsx', `<Chat model="acme-lab/tern">It's "here"</Chat>`, tern],
  ['a.js', `const repo = 'acme-lab/tern'; AutoModel.from_pretrained(repo);`, tern],
  ['a.js', `models = [{ id: 'acme-lab/tern' }]`, tern],
  ['a.go', `llm, err := ollama.New(ollama.WithModel("llama3.2"))`, 'ollama:llama3.2'],
  ['a.go', `req := &api.ChatRequest{Model: "llama3.2"} // ollama`, 'ollama:llama3.2'],
  ['a.go', 'const Model string = "acme-lab/tern"', tern],
  ['a.rs', `let repo = api.model("acme-lab/tern".to_string());`, tern],
  ['a.rs', `let r = Repo::with_revision("acme-lab/tern".to_string(), RepoType::Model, rev);`, tern],
  [
    'a.java',
    `OllamaChatModel.builder().baseUrl("http://localhost:11434").modelName("my-own").build();`,
    'ollama:my-own',
  ],
  ['a.java', `static final String MODEL_NAME = "acme-lab/tern";`, tern],
  ['a.cs', `builder.AddOllamaChatCompletion(modelId: "llama3.2", endpoint: uri);`, 'ollama:llama3.2'],
  ['a.kt', `val model: String = "acme-lab/tern"`, tern],
  ['a.swift', `let model = ModelConfiguration(id: "mlx-community/Tern-4bit")`, 'hf:mlx-community/Tern-4bit'],
  ['a.rb', `client.chat(parameters: { model: 'acme-lab/tern' })`, tern],
  ['a.php', `$options = ['model' => 'acme-lab/tern'];`, tern],
];

const nothing: Case[] = [
  ['a.py', `load_dataset("acme-lab/tern-7b")`],
  ['a.py', `NAME = "acme-lab/tern-7b"\nds = load_dataset(NAME)`],
  ['a.py', `hf_hub_download(repo_id="acme-lab/tern", repo_type="dataset", filename="a.json")`],
  ['a.py', `class Birds(VisionDataset):\n    hf_name: str = "lmms-lab/birds"`],
  ['a.py', `model.push_to_hub("acme-lab/tern")`],
  ['a.py', `path = os.path.join("acme-lab/tern", "b")`],
  ['a.py', `headers = {"Content-Type": "application/json"}`],
  ['a.py', `tz = ZoneInfo("Europe/Berlin")`],
  ['a.py', `model = "acme-lab/tern-" + size`],
  ['a.py', `model = f"acme-lab/tern-{size}b"`],
  ['a.py', `# MODEL = "acme-lab/tern"`],
  ['a.py', `def f():\n    """Takes names like "meta-llama/Llama-3.1-8B"."""`],
  ['a.ts', `import model from 'models/llama3'; export { x } from 'acme-lab/tern';`],
  ['a.ts', `jest.mock('acme-lab/llama-7b'); require("acme-lab/llama-7b")`],
  ['a.ts', `const User = mongoose.model('User', schema);`],
  ['a.ts', `router.get('/api/model', h); fetch('https://github.com/acme-lab/tern-7b')`],
  ['a.go', `import (\n\t"k8s.io/api"\n\t"github.com/acme-lab/llama-7b"\n)`],
  ['a.rs', `fn f<'a>(x: &'a str) -> char { 'a' }`],
  ['a.java', `import acme.Model; String type = "text/plain";`],
];

describe('strings that name models', () => {
  it.each(loads)('%s: %s', (path, text, ...ids) => {
    expect(found(path, text)).toEqual(ids);
  });
});

describe('strings that name something else', () => {
  it.each(nothing)('%s: %s', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});

describe('comments', () => {
  it.each([
    ['a.py', `# MODEL = "acme-lab/tern"\n`],
    ['a.ts', `// const model = "acme-lab/tern";\n`],
  ])('%s: on request', (path, text) => {
    expect(found(path, text)).toEqual([]);
    expect(found(path, text, true)).toEqual([tern]);
  });
});

describe('notebooks', () => {
  const notebook = (...cells: [string, string | string[]][]) =>
    JSON.stringify({ cells: cells.map(([cell_type, source]) => ({ cell_type, source })) });

  it.each([
    ['code', ['x = 1\n', 'AutoModel.from_pretrained(\n', '  "acme-lab/tern")']],
    ['code', 'MODEL_ID = "acme-lab/tern"'],
    ['code', ['!hf download \\\n', '   acme-lab/tern\n', 'x = "']],
    ['code', '%%bash\nhf download acme-lab/tern'],
    ['markdown', ['See [it](https://huggingface.co/acme-lab/tern)\n', 'there']],
    ['markdown', ['```python\n', 'm = from_pretrained("acme-lab/tern")\n', '```']],
  ] as [string, string | string[]][])('%s cell: %j', (kind, source) => {
    expect(found('a.ipynb', notebook(['raw', 'x'], [kind, source]))).toEqual([tern]);
  });

  it('leaves outputs alone', () => {
    const cell = { cell_type: 'code', source: [], outputs: [{ text: ['model="acme-lab/tern"'] }] };
    expect(found('a.ipynb', JSON.stringify({ cells: [cell] }))).toEqual([]);
  });
});

describe('broken source', () => {
  it.each([
    ['a.py', 'MODEL = "acme-lab/tern"\nx = (((\ndef "'],
    ['a.ts', 'const model = "acme-lab/tern";\nif ({[`'],
    ['a.ts', `const model = "acme-lab/tern";\n${'{"a":'.repeat(5000)}`],
    ['a.py', `MODEL = "acme-lab/tern"\n${'class A('.repeat(5000)}`],
    ['a.go', `const model = "acme-lab/tern"\n${'f('.repeat(5000)}`],
  ])('%s %#: what stands before the break is read', (path, text) => {
    expect(found(path, text)).toEqual([tern]);
  });
});
