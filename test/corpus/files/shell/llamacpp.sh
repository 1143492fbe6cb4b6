./llama-server -hf bartowski/Qwen2.5-0.5B-Instruct-GGUF:Q4_K_M -c 4096
./llama-cli -m models/Qwen2.5-7B-Instruct-Q4_K_M.gguf -p "Hi"
./llama-quantize model-f16.gguf model-q4.gguf Q4_K_M
