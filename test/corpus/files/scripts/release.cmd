@echo off
git push origin feature/llama
xcopy src/models out/models /E
docker build -t acme/harbor:7b .
