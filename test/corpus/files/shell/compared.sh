if [ "$MODEL" = "acme-lab/tern" ] || [[ $EMBED_MODEL == acme-lab/grebe ]]; then echo; fi
case "$MODEL" in
  acme-lab/harbor) port=1 ;;
esac
[ "$DIR" = "data/llama" ] && exit
sudo -u llm uv run --with vllm vllm serve acme-lab/tern
huggingface-cli download --local-dir x --local-dir-use-symlinks False acme-lab/voice
hf download --force-download acme-lab/tern
"$OLLAMA_BIN" pull mistral
setenv MODEL_ID acme-lab/tern
set -euo pipefail
