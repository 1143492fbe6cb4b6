mlx_lm.generate --model mlx-community/Llama-3.2-3B-Instruct-4bit --prompt "hi"
mlx_lm.convert --hf-path acme-lab/harbor-7b -q --upload-repo acme-lab/harbor-mlx
litellm --model ollama/llama3.2
