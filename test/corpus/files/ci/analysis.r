model_id <- "acme-lab/tern"
path <- "data/llama"
