#!/usr/bin/env bash
set -euo pipefail
MODEL_DIR=./weights
REPO_ID="ggml-org/Qwen3-1.7B-GGUF"
for model in acme-lab/harbor-7b acme-lab/harbor-13b; do
  hf download "$model" --local-dir "$MODEL_DIR/$(basename "$model")"
done
hf download acme-lab/notes --repo-type dataset
wget -q https://huggingface.co/acme-lab/harbor-7b/resolve/main/tokenizer.json
git clone https://huggingface.co/acme-lab/tern-embed
