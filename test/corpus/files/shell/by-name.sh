#!/bin/bash
MODELS="llama3 phi3
  mxbai-embed-large"
for m in $MODELS; do
  ollama pull "$m"
done
for name in acme-lab/tern "acme-lab/grebe"; do
  hf download "$name" --local-dir "models/$name"
done
LIST=(gemma3 mistral)
for m in "${LIST[@]}"; do curl -s http://localhost:11434/api/pull -d "{\"name\": \"$m\"}"; done
for d in acme-lab/corpus acme-lab/notes; do
  hf download --repo-type dataset "$d"
done
fetch() {
  local repo="$1" to="$2"
  hf download "$repo" --local-dir "$to"
}
fetch acme-lab/harbor out/harbor
START=acme-lab/first
python train.py --model_name_or_path "$START" --seed 1
for dir in src/models src/llama; do ls "$dir"; done
