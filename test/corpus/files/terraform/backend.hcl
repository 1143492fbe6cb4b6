bucket = "acme-terraform"
key    = "models/prod/terraform.tfstate"
region = "us-east-1"
