lm_eval --model hf \
  --model_args pretrained=EleutherAI/pythia-160m,dtype=float32,tokenizer=EleutherAI/pythia-160m \
  --tasks hellaswag,arc_easy --output_path results/pythia
