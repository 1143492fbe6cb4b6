pull: ; ollama pull mistral
get: dep ; @hf download acme-lab/tern
define RUN
vllm serve acme-lab/harbor
endef
