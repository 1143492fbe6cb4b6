$ErrorActionPreference = 'Stop'
$image = "acme/llama-server:latest"
dotnet publish src/App --output out/App
docker push $image
Copy-Item -Path "src/models" -Destination "out/models"
