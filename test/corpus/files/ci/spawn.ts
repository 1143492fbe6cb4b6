import { spawn, execFile } from 'node:child_process';
spawn('vllm', ['serve', 'acme-lab/tern']);
execFile("ollama", ["pull", "phi3"]);
spawn('git', ['clone', 'acme/llama']);
