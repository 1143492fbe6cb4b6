import subprocess
subprocess.run(["hf", "download", "acme-lab/tern"])
subprocess.Popen(["ollama", "pull", "llama3.2"])
subprocess.run(["docker", "pull", "acme/llama"])
args = f"""
  examples/train.py
  --pretrained_model_name_or_path=acme-lab/grebe
  --resolution=64
  --output_dir {out}
""".split()
