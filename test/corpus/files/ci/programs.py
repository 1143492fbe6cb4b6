import os, subprocess
os.system("python run.py --model_name_or_path acme-lab/tern --n 2")
subprocess.run(f"vllm serve acme-lab/harbor --port {port}", shell=True)
args = "--model acme-lab/grebe --image acme/runner".split()
cmd = """
python -m vllm.entrypoints.openai.api_server \\
  --model acme-lab/tern \\
  --served-model-name acme/alias
"""
parser.error("give --image acme/runner or --path src/model")
