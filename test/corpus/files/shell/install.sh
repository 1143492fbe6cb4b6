#!/bin/sh
curl -fsSL https://ollama.com/install.sh | sh
git clone --depth 1 https://github.com/meta-llama/llama-recipes
cd llama-recipes && pip install -r requirements/dev.txt
export PATH="$HOME/.local/bin:$PATH"
