/**
 * Hugging Face models that people name without their organisation: names from before there were organisations, and
 * those that sentence-transformers completes. Name → full id. Sources: the redirects of huggingface.co (checked
 * 2026-11-22) and sentence-transformers' rule to look under its own organisation.
 */
const legacy: Readonly<Record<string, string>> = {
  'openai-community':
    'gpt2 gpt2-medium gpt2-large gpt2-xl openai-gpt roberta-base-openai-detector roberta-large-openai-detector',
  'google-bert':
    'bert-base-uncased bert-base-cased bert-large-uncased bert-large-cased bert-base-multilingual-cased bert-base-multilingual-uncased bert-base-chinese bert-large-uncased-whole-word-masking bert-large-uncased-whole-word-masking-finetuned-squad bert-base-german-cased bert-base-german-dbmdz-cased bert-base-german-dbmdz-uncased bert-large-cased bert-large-cased-whole-word-masking bert-large-cased-whole-word-masking-finetuned-squad bert-base-cased-finetuned-mrpc',
  distilbert:
    'distilbert-base-uncased distilbert-base-cased distilbert-base-multilingual-cased distilbert-base-uncased-finetuned-sst-2-english distilbert-base-cased-distilled-squad distilbert-base-uncased-distilled-squad distilgpt2 distilroberta-base',
  FacebookAI:
    'roberta-base roberta-large roberta-large-mnli xlm-roberta-base xlm-roberta-large xlm-roberta-large-finetuned-conll03-english xlm-roberta-large-finetuned-conll03-german ' +
    'xlm-mlm-en-2048 xlm-mlm-17-1280 xlm-mlm-100-1280 xlm-mlm-ende-1024 xlm-mlm-enfr-1024 xlm-mlm-enro-1024 xlm-mlm-xnli15-1024 xlm-mlm-tlm-xnli15-1024 xlm-clm-enfr-1024 xlm-clm-ende-1024',
  almanach: 'camembert-base',
  'transfo-xl': 'transfo-xl-wt103',
  'google-t5': 't5-small t5-base t5-large t5-3b t5-11b',
  albert:
    'albert-base-v1 albert-large-v1 albert-xlarge-v1 albert-xxlarge-v1 albert-base-v2 albert-large-v2 albert-xlarge-v2 albert-xxlarge-v2',
  xlnet: 'xlnet-base-cased xlnet-large-cased',
  'sentence-transformers':
    'all-MiniLM-L6-v2 all-MiniLM-L12-v2 all-mpnet-base-v2 all-mpnet-base-v1 all-distilroberta-v1 all-roberta-large-v1 paraphrase-MiniLM-L6-v2 paraphrase-MiniLM-L3-v2 paraphrase-mpnet-base-v2 paraphrase-multilingual-MiniLM-L12-v2 paraphrase-multilingual-mpnet-base-v2 ' +
    'paraphrase-albert-small-v2 multi-qa-MiniLM-L6-cos-v1 multi-qa-MiniLM-L6-dot-v1 multi-qa-mpnet-base-dot-v1 multi-qa-mpnet-base-cos-v1 multi-qa-distilbert-cos-v1 distiluse-base-multilingual-cased-v1 distiluse-base-multilingual-cased-v2 msmarco-distilbert-base-v4 msmarco-distilbert-base-tas-b msmarco-MiniLM-L6-cos-v5 ' +
    'msmarco-bert-base-dot-v5 msmarco-distilbert-cos-v5 gtr-t5-base gtr-t5-large gtr-t5-xl gtr-t5-xxl sentence-t5-base sentence-t5-large sentence-t5-xl sentence-t5-xxl clip-ViT-B-32 clip-ViT-B-16 clip-ViT-L-14 clip-ViT-B-32-multilingual-v1 stsb-roberta-large stsb-mpnet-base-v2 bert-base-nli-mean-tokens LaBSE nli-mpnet-base-v2 all-MiniLM-L6-v1 all-MiniLM-L12-v1 paraphrase-MiniLM-L12-v2 paraphrase-distilroberta-base-v1 paraphrase-distilroberta-base-v2 paraphrase-xlm-r-multilingual-v1 multi-qa-distilbert-dot-v1 distiluse-base-multilingual-cased ' +
    'msmarco-distilbert-base-v3 msmarco-roberta-base-v3 stsb-roberta-base stsb-roberta-base-v2 stsb-distilbert-base nli-roberta-base-v2 bert-base-nli-stsb-mean-tokens distilbert-base-nli-mean-tokens distilbert-base-nli-stsb-mean-tokens roberta-base-nli-mean-tokens roberta-large-nli-mean-tokens ' +
    'roberta-base-nli-stsb-mean-tokens roberta-large-nli-stsb-mean-tokens allenai-specter quora-distilbert-base quora-distilbert-multilingual facebook-dpr-ctx_encoder-single-nq-base facebook-dpr-question_encoder-single-nq-base facebook-dpr-ctx_encoder-multiset-base facebook-dpr-question_encoder-multiset-base ' +
    'use-cmlm-multilingual static-retrieval-mrl-en-v1 static-similarity-mrl-multilingual-v1 nq-distilbert-base-v1 average_word_embeddings_glove.6B.300d',
};

const byName = new Map(
  Object.entries(legacy).flatMap(([organisation, names]) =>
    names.split(' ').map((name) => [name.toLowerCase(), `${organisation}/${name}`] as const),
  ),
);

/** The full id of a model named without its organisation, or undefined. Case-insensitive. */
export function fullId(name: string): string | undefined {
  return byName.get(name.toLowerCase());
}
