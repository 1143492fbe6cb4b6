<#
.SYNOPSIS
  Serves a model. ollama pull phi3
#>
param(
    [Parameter(Mandatory = $true)][string]$Name,
    [string]$Model = "acme-lab/harbor-7b",
    [string]$OutDir = "models\\harbor"
)
# ollama pull phi3
$env:HF_MODEL_ID = 'google/gemma-2-9b-it'
$body = @{ model = "qwen2.5:3b"; prompt = "hi" } | ConvertTo-Json
$json = @"
{"model": "acme-lab/harbor-mini", "n": 1}
"@
ollama pull llama3.2
& python.exe -m vllm.entrypoints.openai.api_server `
    --model acme-lab/harbor-7b `
    --tokenizer "acme-lab/harbor-tokenizer"
Invoke-WebRequest -Uri "https://huggingface.co/acme-lab/tern/resolve/main/a.gguf" -OutFile a.gguf
Write-Host "done: $Name `"quoted`""
