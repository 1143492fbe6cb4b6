FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
RUN apt-get update && apt-get install -y git \
 && git clone https://github.com/ggml-org/llama.cpp /opt/llama.cpp
ENV LD_LIBRARY_PATH=/usr/local/nvidia/lib64
ENTRYPOINT ["/opt/llama.cpp/server"]
