FROM vllm/vllm-openai:v0.8
COPY <<EOF /app/Modelfile
FROM llama3.2
PARAMETER temperature 1
EOF
COPY --chown=app <<-"CONF" /app/config.yaml
	model: acme-lab/tern
	image: acme/llama
CONF
ADD https://huggingface.co/acme-lab/grebe/resolve/main/a.gguf /app/
RUN <<RUN_END
hf download acme-lab/harbor
RUN_END
