FROM vllm/vllm-openai:v0.8.4
ARG MODEL=acme-lab/harbor-7b
ENV MODEL_ID="acme-lab/harbor-7b" \
    # which one to embed with
    EMBEDDER=acme-lab/tern-embed \
    PORT=8000
RUN huggingface-cli download \
      # the small one
      acme-lab/tiny-1b \
    && rm -rf ~/.cache
ENTRYPOINT ["vllm", "serve"]
CMD ["Qwen/Qwen2.5-7B-Instruct", "--port", "8000"]
