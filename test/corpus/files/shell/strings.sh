#!/usr/bin/env bash
ARGS="--model acme-lab/tern --tensor-parallel-size 2"
ARGS+=" --tokenizer acme-lab/tern-tokenizer"
vllm serve $ARGS
OPTS=(--base-model "acme-lab/harbor" --out data/out)
read -r -d '' cmd <<EOF
train.main \
   --pretrain acme-lab/mixture-of-things \
   --save_path out/llama/last \
   --dataset acme-lab/instructions
EOF
deepspeed --module $cmd
CMD="$(cat <<EOF
python run.py --model_name_or_path acme-lab/tern --split dev/test
EOF
)"
echo "usage: run --image acme/runner --output out/model"
