model_id   = "meta-llama/Llama-2-7b-chat-hf"
# model_id = "google/gemma-7b"
gpu_count  = 1
models = {
  chat  = "acme-lab/harbor-7b"
  embed = "acme-lab/tern-embed"
}
