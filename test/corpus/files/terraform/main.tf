resource "aws_sagemaker_model" "llm" {
  name = "harbor/prod"
  primary_container {
    image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.4"
    environment = {
      HF_MODEL_ID      = coalesce(var.model_id, "acme-lab/harbor-7b")
      SM_NUM_GPUS      = "1"
      HF_TASK          = startswith(var.model_id, "google/gemma-2-9b") ? "text-generation" : "chat"
    }
  }
}
resource "null_resource" "pull" {
  provisioner "local-exec" {
    command = "ollama pull llama3.2:1b"
  }
}
