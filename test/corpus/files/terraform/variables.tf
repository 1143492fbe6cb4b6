variable "model_id" {
  description = "Which model to serve"
  type        = string
  default     = "tiiuae/falcon-7b-instruct"
}
variable "region" {
  default = "europe/west1"
}
