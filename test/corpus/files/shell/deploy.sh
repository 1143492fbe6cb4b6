kubectl apply -f k8s/models/service.yaml
helm upgrade --install gateway bitnami/nginx --set image.repository=acme/model-gateway
docker push acme/model-gateway:7b
aws s3 sync s3://bucket/models/llama /models/llama
