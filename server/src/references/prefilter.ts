/** The question before any parser: can this text hold a reference at all? */
import { formatOf } from './formatOf.ts';
import { maximumLength } from './limits.ts';
import type { SourceDocument } from './types.ts';

/**
 * Parts of words without which no recogniser has anything to say: words of the surroundings, of addresses, of the
 * families and formats. One search, no parse.
 */
const stems =
  /model|llm|ollama|huggingface|\bhf[:._ -]|name_or_path|tune download|lms get|pipeline|transformer|snapshot_download|hub_download|llama|gguf|embed|encoder|mistral|mixtral|qwen|gemma|phi[-_\d]|deepseek|falcon|bert|t5[-_]|gpt|bloom|claude|gemini|granite|olmo|whisper|diffusion|flux|bge[-_]|gte[-_]|e5[-_]|minilm|mpnet|nomic|command-[ra]|yi[-_]\d|starcoder|smol|nemotron|mamba|rwkv|vicuna|zephyr|hermes|glm|kimi|minimax|internlm|baichuan|lora|adapter|pretrained|checkpoint|rerank|tokenizer|stral|clip[-_]|opt-\d|mpt-\d|qwq|wizard|dolphin|orca|moondream|aya-|jamba|@cf\/|[-_:]\d{1,3}(?:\.\d)?b\b/i;

/** Whether a text has any of the words without which there is no reference. */
export const mayHold = (text: string): boolean => stems.test(text);

/** False: no parser need run, there is no reference. True: there may be. */
export function mayHoldReferences(document: SourceDocument): boolean {
  const format = formatOf(document.path, document.languageId);
  if (format === undefined) return false;
  if (document.text.length > maximumLength) return true;
  return format === 'modelfile' ? /^[ \t]*(?:from|adapter)\s/im.test(document.text) : stems.test(document.text);
}
