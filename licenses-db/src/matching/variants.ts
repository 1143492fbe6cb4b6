/** Which variants in a repacker's names are a publisher's own, and which somebody else's derivative. */

/** Words that publishers use for their own variants: form, date, version, length of context, precision, modality. */
const OWN_WORDS =
  /^(?:instruct|chat|base|it|pt|hf|vision|text|code|coder|python|thinking|think|non|reasoning|reasoner|preview|beta|alpha|rc\d?|assistant|sft|dpo|rlvr|rlhf|rm|orig|original|unquantized|qat|moe|lite|pro|flash|turbo|large|medium|small|mini|tiny|nano|plus|max|micro|e\d+|a\d+(?:\.\d+)?b|\d+(?:\.\d+)?[bmkt]?|v\d+|r\d+|fp\d+|bf\d+|int\d+|f\d+|w\d+a\d+|\d?bit|awq|gptq|gguf|q\d|\d|bnb|dynamic|unsloth|english|en|multilingual|uncased|cased|mlx|ov|onnx|mxfp\d|nvfp\d)$/i;

/** Whether a variant, as a family's pattern captured it, tells of nobody else's work. */
export function isOwnVariant(variant: string | undefined): boolean {
  return variant === undefined || variant.split(/[-_.]/).every((word) => word === '' || OWN_WORDS.test(word));
}
