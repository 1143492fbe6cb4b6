docker exec ollama ollama pull llama3.2
docker compose exec -T ollama ollama pull phi3
sudo -u ollama ollama pull mistral
docker exec ollama ls models/llama
