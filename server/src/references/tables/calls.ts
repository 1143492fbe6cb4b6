/** Functions and classes whose first argument or `model=` names a model, in code and in text that quotes code. */

export type CallSense = 'model' | 'dataset';

const models =
  'from_pretrained pipeline SentenceTransformer CrossEncoder SparseEncoder snapshot_download hf_hub_download InferenceClient AsyncInferenceClient LLM AutoModel AutoTokenizer AutoConfig AutoProcessor FlagModel BGEM3FlagModel ' +
  'FlagReranker HuggingFaceEmbeddings HuggingFaceEmbedding HuggingFaceEndpoint HuggingFacePipeline HuggingFaceLLM HuggingFaceHub SentenceTransformerEmbeddings ChatHuggingFace HfApiModel TransformersModel WhisperModel TextEmbedding ' +
  'model_info load_checkpoint_and_dispatch fromPretrained from_hf_pretrained from_hf_hub';

const datasets =
  'load_dataset load_dataset_builder get_dataset_config_names load_from_hub Dataset.from_hub concatenate_datasets get_dataset_split_names';

const bySense = new Map<string, CallSense>([
  ...models.split(' ').map((name) => [name, 'model'] as const),
  ...datasets.split(' ').map((name) => [name, 'dataset'] as const),
]);

/** What a call by this name (`AutoModel.from_pretrained`, its last part counts) says of its first argument. */
export function callSense(callee: string): CallSense | undefined {
  return bySense.get(callee) ?? bySense.get(callee.slice(callee.lastIndexOf('.') + 1));
}
