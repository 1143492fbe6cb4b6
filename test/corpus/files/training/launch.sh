accelerate launch --config_file configs/fsdp.yaml finetune.py \
  --model_name_or_path "mistralai/Mistral-7B-v0.1" \
  --dataset_name "acme-lab/chatml-10k" \
  --tokenizer_name mistralai/Mistral-7B-v0.1 \
  --output_dir output/mistral-7b-sft \
  --hub_model_id acme-lab/mistral-7b-sft
