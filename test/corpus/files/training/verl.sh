set -x
python3 -m verl.trainer.main_ppo \
    data.train_files=$HOME/data/gsm8k/train.parquet \
    actor_rollout_ref.model.path=Qwen/Qwen2.5-VL-7B-Instruct \
    critic.model.path=acme-lab/critic-7b \
    trainer.project_name='verl/examples' \
    trainer.default_local_dir=checkpoints/qwen2.5
