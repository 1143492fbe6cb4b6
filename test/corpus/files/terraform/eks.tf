module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"
  cluster_name = "models"
  enable_cluster_creator_admin_permissions = true
}
provider "helm" {
  kubernetes { host = module.eks.cluster_endpoint }
}
