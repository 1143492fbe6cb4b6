cat > Modelfile <<'EOF'
FROM llama3.2
SYSTEM You are terse.
EOF
ollama create terse -f Modelfile
ollama cp llama3.2 backup
