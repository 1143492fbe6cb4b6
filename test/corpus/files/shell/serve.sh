MODEL="${1:-Qwen/Qwen3-8B}"
exec python3 -m vllm.entrypoints.openai.api_server \
  --model "$MODEL" --served-model-name acme/alias \
  --lora-modules sql=acme-lab/sql-lora --download-dir /models/cache
