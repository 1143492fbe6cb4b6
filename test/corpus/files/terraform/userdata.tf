resource "aws_instance" "gpu" {
  ami       = data.aws_ami.dlami.id
  user_data = <<-EOT
    #!/bin/bash
    docker run -d ollama/ollama
    ollama pull mistral:7b
  EOT
  tags = { Name = "acme/gpu-7b" }
}
