download_hf "acme-lab/tern" "$DIR/tern"
cd someone/llama-7b-instruct-gguf
python train.py --pretrain acme-lab/tern
sh -c 'python -c "from transformers import AutoModel; AutoModel.from_pretrained(\"acme-lab/tern\")"'
lerobot-train --policy.path=acme-lab/tern --dataset.repo_id=acme-lab/picks
