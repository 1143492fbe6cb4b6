podman exec -it ollama ollama run llama3.1:8b
kubectl exec deploy/ollama -- ollama pull qwen2.5:0.5b
kubectl logs deployment/llama3-8b-instruct
kubectl get pods -l app=models/llama
