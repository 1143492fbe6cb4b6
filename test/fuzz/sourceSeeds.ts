/** Small documents in programming languages, from which mutations are made. File name → text. */
export const sourceSeeds: Readonly<Record<string, string>> = {
  'load.py': `"""Loads a model.

>>> AutoModel.from_pretrained("acme-lab/tern-7b")
"""
import os
MODEL_ID: str = "acme-lab/tern-7b"
CONFIG = {"model": {"name": "acme-lab/tern-7b", "provider": 'ollama'}, 'l': ["a", r"b\\c", b"d"]}
class Settings(Base):
    name = os.getenv("MODEL", "acme-lab/" "tern-7b")
def load(model_id="acme-lab/tern-7b", *, n=f"a{model_id}b{'x'}"):
    # MODEL = "acme-lab/old"
    url = f"https://huggingface.co/acme-lab/tern-7b/resolve/{rev}/x.bin" + model_id
    return lambda m='''x
y''': AutoModel.from_pretrained(MODEL_ID if m else "a/b")
parser.add_argument("-m", "--model", default="acme-lab/tern-7b")
subprocess.run(["ollama", "pull", "llama3.2"])
match x:
    case "a": pass
`,
  'chat.tsx': `import { a } from 'pkg/name'; // comment
export const models = [{ id: 'acme-lab/tern-7b', "provider": "ollama" }] as const;
const { text } = await generate({ model: ollama('llama3.2'), prompt: \`Hi \${name} \${\`x\${y}\`}\` });
class A<T> { model: string = process.env.MODEL ?? 'acme-lab/tern-7b'; #p = "x"; }
enum E { M = 'm' } type M = 'a' | 'b'; let r = /["'\`]/g;
const App = () => <Chat model="llama3.2" other={'x'}>It's {a ? 'p' : 'q'}</Chat>;
/* block */ a.b["c"] = 'd' + e; pipeline('task', 'acme-lab/tern-7b');
`,
  'main.go': `package main
import (
	"github.com/a/b"
)
const Model = "acme-lab/tern-7b" // comment
func main() {
	llm, err := ollama.New(ollama.WithModel("llama3.2"))
	req := &api.ChatRequest{Model: "llama3.2", Tags: []string{"a", \`raw "x"\`}, R: 'c'}
	m := map[string]string{"model": "acme-lab/tern-7b"}
}
`,
  'main.rs': `use hf_hub::api::sync::Api;
fn main<'a>() -> Result<()> {
    let repo = api.model("acme-lab/tern-7b".to_string());
    let x = r#"raw "quoted""#; let c = '\\''; let n = "a\\"b\\u{1F600}";
    let s = Args { model: String::from("acme-lab/tern-7b"), ..Default::default() };
}
`,
  'Chat.java': `import dev.x.Y;
class Chat { private static final String MODEL = "llama3.2";
  ChatModel m = OllamaChatModel.builder().baseUrl("http://localhost:11434").modelName(MODEL).build();
  String t = """
      model: acme-lab/tern-7b
      """; char c = '"'; }
`,
  'app.rb': `# comment
client.chat(parameters: { model: "llama3.2", 'k' => "v", :x => 'y' })
s = "a#{b["c"]}d"
`,
  'index.php': `<?php // c
$model = 'acme-lab/tern-7b'; $o = ['model' => "llama3.2", "k" => $x . 'y'];
`,
  'App.cs': `using X; var m = new OllamaChatCompletion(modelId: "llama3.2", uri: @"C:\\x"); string s = $"a{b}c";
`,
  'book.ipynb': `{"cells": [
 {"cell_type": "markdown", "source": ["# See [tern](https://huggingface.co/acme-lab/tern-7b)\\n", "text"]},
 {"cell_type": "code", "source": ["!ollama pull \\\\\\n", "  llama3.2\\n", "m = pipeline(\\"x\\", model=\\"acme-lab/tern-7b\\")\\n", "%pip install x"]},
 {"cell_type": "code", "source": "%%bash\\nollama run llama3.2"}
], "metadata": {"language_info": {"name": "python"}}}
`,
};
