pytest tests/models -k "not slow"
cargo test -p llama-model
npm run test --workspace packages/model
python manage.py dumpdata catalogue.product
