set -x MODEL_ID acme-lab/tern
set -gx DATA_DIR data/llama
ollama pull mistral
