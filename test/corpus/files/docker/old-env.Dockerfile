FROM python:3.12-slim AS base
ENV TRANSFORMERS_CACHE /models
ENV MODEL_NAME acme-lab/harbor-7b
COPY --from=base /src/model /app/model
RUN python -c "from transformers import AutoModel; AutoModel.from_pretrained('acme-lab/harbor-7b')"
