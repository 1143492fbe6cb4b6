@echo off
setlocal
REM ollama pull phi3
:: hf download acme/none-7b
set MODEL=acme-lab/harbor-7b
set "EMBED_MODEL=BAAI/bge-m3"
set OUT=data/models
if not exist "%OUT%" (
    ollama pull llama3.2
    huggingface-cli download acme-lab/tern --local-dir "%OUT%"
)
python train.py ^
    --model_name_or_path google/gemma-2-9b-it ^
    --output_dir out/tern
llama-server.exe -m models\Qwen2.5-7B-Instruct-Q4_K_M.gguf --port 8080
