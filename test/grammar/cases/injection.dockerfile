# SYNTAX TEST "source.dockerfile" "model references in a Dockerfile"
ENV MODEL_ID=microsoft/Phi-3-mini-4k-instruct
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.type.model.modelterms
FROM nginx:latest
#    ^^^^^^^^^^^^ - entity.name.type.model.modelterms
FROM ollama/ollama:0.5.1
#    ^^^^^^^^^^^^^^^^^^^ - entity.name.type.model.modelterms
