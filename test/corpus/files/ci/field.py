class Tests:
    repo_id = "acme-lab/tern-diffusers"
    folder = "data/llama"

    def test(self):
        pipe = Pipeline.from_pretrained(self.repo_id)
        x = "acme-lab/tern-{size}b"
        return pipe(self.folder)
