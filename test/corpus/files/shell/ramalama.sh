ramalama pull smollm:135m
ramalama run hf://ggml-org/gemma-3-4b-it-GGUF
ramalama serve --port 8080 ollama://granite3.1-dense:8b
