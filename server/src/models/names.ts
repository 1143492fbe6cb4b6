/** What a model's name alone tells: form and size. */
import { type Form, soleSizeIn } from '@modelterms/licenses-db';

const FORMS: readonly (readonly [RegExp, Form])[] = [
  [/(?:^|[-_. ])(?:thinking|think|reasoning|reasoner|r1|qwq)(?=$|[-_. \d])/i, 'reasoning'],
  [/(?:^|[-_. ])(?:instruct|instruction|chat|it|sft|dpo|rlhf|assistant|tulu|zephyr)(?=$|[-_. \d])/i, 'instruct'],
  [/(?:^|[-_. ])(?:base|pt|text)(?=$|[-_. \d])/i, 'base'],
];

/** The form that a name states, if it states one. */
export function formInName(name: string): Form | undefined {
  return FORMS.find(([pattern]) => pattern.test(name))?.[1];
}

/** "8B" → 8, "270M" → 0.27; undefined for none and for products such as 8x7B, whose total the name does not tell. */
export function parametersOf(size: string | undefined): number | undefined {
  const found = /^(\d+(?:[._]\d+)?)([bm])$/i.exec(size ?? '');
  if (!found) return undefined;
  const count = Number((found[1] as string).replace('_', '.'));
  return found[2]?.toLowerCase() === 'm' ? count / 1000 : count;
}

/** Total parameters in billions, where a name holds one size. */
export function parametersInName(name: string): number | undefined {
  return parametersOf(soleSizeIn(name));
}

/** NAME of ORG/NAME. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Tails that tell how a file or repository is packed, whoever packed it. Taken off one after the other. */
const PACKING =
  /[-_.](?:gguf|ggml|gptq|awq|exl[23]|mlx|onnx|int[48]|fp(?:8|16|32)|bf16|f16|f32|[248]-?bits?|w\d+a\d+|bnb|nf4|(?:i\d-)?i?q\d(?:_[0-9a-z]{1,4}){0,2}|imat(?:rix)?|hf|safetensors|bin|\d{5}-of-\d{5})$/i;
const MAX_TAILS = 8;

/** A name without the tails that tell its packing: `Llama-3.1-8B.Q4_K_M.gguf` → `Llama-3.1-8B`. */
export function withoutPacking(name: string): string {
  let rest = name;
  for (let i = 0; i < MAX_TAILS; i++) {
    const shorter = rest.replace(PACKING, '');
    if (shorter === rest || shorter === '') break;
    rest = shorter;
  }
  return rest;
}
