/** Names that hosting services give to open-weight models, by their own shapes. */

import type { Piece } from '../pieces.ts';
import type { Judgement } from '../surroundings/judgement.ts';
import type { Knowledge } from '../types.ts';
import type { Draft } from './draft.ts';

interface Shape {
  readonly provider: string;
  /** A part that every such name has, looked for before the pattern. */
  readonly part: string;
  /** Group 1 is the name, which is what the reference covers. */
  readonly pattern: RegExp;
}

const shapes: readonly Shape[] = [
  // Amazon Bedrock: model ids, inference profiles, ARNs.
  {
    provider: 'bedrock',
    part: '.',
    pattern:
      /^(?:arn:aws[\w-]*:bedrock:[\w*-]*:[\d*]*:(?:foundation-model|inference-profile|provisioned-model)\/)?((?:(?:us|eu|apac|global|us-gov|au|jp|ca|sa)\.)?(?:meta|mistral|amazon|anthropic|cohere|ai21|stability|deepseek|qwen|openai|google|moonshot|moonshotai|minimax|nvidia|writer|luma|twelvelabs|zai)\.[a-z][a-z0-9.-]*-(?:v\d+(?::\d+)?(?::\d+k)?|\d:\d))$/,
  },
  // Azure AI model catalogue.
  {
    provider: 'azureml',
    part: 'azureml://',
    pattern: /^azureml:\/\/registries\/[\w-]+\/models\/([\w.-]+)(?:\/(?:versions|labels)\/[\w.-]+)?$/,
  },
  // Cloudflare Workers AI.
  {
    provider: 'cloudflare',
    part: '@',
    pattern: /^(?:cloudflare-ai:(?:chat|completion|embedding):|workers-ai\/)?(@(?:cf|hf)\/[\w.-]+\/[\w.-]+)$/,
  },
  // NVIDIA NIM containers.
  { provider: 'nvidia', part: 'nvcr.io/', pattern: /^(nvcr\.io\/nim\/[\w.-]+\/[\w.-]+)(?::[\w.-]+)?$/ },
  // Fireworks.
  {
    provider: 'fireworks',
    part: 'accounts/',
    pattern: /^(?:fireworks_ai\/|fireworks:)?(accounts\/[\w-]+\/models\/[\w.-]+)$/,
  },
  // Vertex AI publisher models.
  {
    provider: 'vertex_ai',
    part: 'publishers/',
    pattern: /^(?:projects\/[\w-]+\/locations\/[\w-]+\/)?(publishers\/[\w-]+\/models\/[\w.@-]+)$/,
  },
  // SageMaker JumpStart.
  {
    provider: 'sagemaker',
    part: '-',
    pattern:
      /^((?:meta|huggingface|model|pytorch|mistral)-(?:textgeneration\d?|llm|text2text|textgenerationneuron|vlm|reasoning|sentencesimilarity|textembedding|asr|txt2img)-[a-z0-9-]+)$/,
  },
  // Docker Model Runner.
  { provider: 'docker', part: 'ai/', pattern: /^(?:docker\.io\/)?(ai\/[a-z0-9][\w.-]*(?::[\w][\w.-]*)?)$/ },
  // watsonx.
  {
    provider: 'watsonx',
    part: '/',
    pattern:
      /^((?:ibm|meta-llama|mistralai)\/(?:granite|llama)-[\w-]+-(?:instruct|chat|code-instruct|multilingual)(?:-v\d)?)$/,
  },
];

export function hosted(piece: Piece, judgement: Judgement, knowledge: Knowledge): Draft | undefined {
  const { text } = piece;
  for (const { provider, part, pattern } of shapes) {
    if (!text.includes(part)) continue;
    const match = pattern.exec(text);
    const name = match?.[1];
    if (!match || name === undefined) continue;
    if (judgement.veto === 'dataset' || judgement.veto === 'alias' || judgement.key) return undefined;
    if (!fits(provider, name, judgement, knowledge)) continue;
    const known = knowledge.api(name);
    const start = piece.start + match[0].indexOf(name);
    const kind = known?.kind ?? (closed.test(name) ? 'api' : 'hosted');
    const why = [`written as ${provider} names models`, ...judgement.why];
    return { start, end: start + name.length, kind, id: name, provider, why };
  }
  return undefined;
}

/** Makers that publish no weights of these names. */
const closed = /^(?:\w+\.)?(?:amazon|anthropic|cohere|ai21|stability|writer|luma|twelvelabs)\./;

function fits(provider: string, name: string, judgement: Judgement, knowledge: Knowledge): boolean {
  const vetoed = judgement.veto !== undefined;
  switch (provider) {
    case 'docker':
      return (
        !vetoed &&
        (judgement.provider?.id === 'docker' ||
          judgement.points >= 2 ||
          (judgement.points >= 1 && knowledge.namesFamily(name.slice(3))))
      );
    case 'watsonx':
      return !vetoed && judgement.provider?.id === 'watsonx';
    case 'sagemaker':
      return !vetoed && (judgement.points >= 1 || knowledge.namesFamily(name));
    case 'bedrock':
      return !vetoed;
    default:
      return true;
  }
}
