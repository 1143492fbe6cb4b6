# syntax=docker/dockerfile:1
FROM ollama/ollama:0.5.7
RUN <<EOF
ollama serve &
sleep 3
ollama pull llama3.2:1b
EOF
CMD ollama serve
