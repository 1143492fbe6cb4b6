/** Names that commands of a document give to what a Modelfile makes: `ollama create NAME -f Modelfile`. */
import type { Slot, SourceDocument, Span } from '../references/types.ts';
import { slotsOf } from './slots.ts';

export interface Creation {
  /** As written: `support-bot`, `acme/support-bot:8b`. */
  readonly name: string;
  readonly span: Span;
  /** The Modelfile, as written: relative to wherever the command runs. */
  readonly modelfile: string;
  /** The document pushes it to a registry as well: `ollama push NAME`. */
  readonly pushed: boolean;
}

/** What Ollama reads where the command names no file. */
const DEFAULT = 'Modelfile';
/** One command, cut into words, as programs pass it on: `["ollama", "create", …]`. */
const FILE_FLAGS: readonly string[] = ['-f', '--file'];

/** In order of place; empty where the document holds no such command. */
export function creationsIn(document: SourceDocument): readonly Creation[] {
  if (!/\bollama\b/.test(document.text) || !/\bcreate\b/.test(document.text)) return [];
  const slots = slotsOf(document);
  const pushed = new Set(slots.flatMap((slot) => targetOf(slot, 'push') ?? []));
  return slots.flatMap((slot) => {
    const name = slot.context.commented ? undefined : targetOf(slot, 'create');
    if (name === undefined) return [];
    return [{ name, span: slot.span, modelfile: modelfileOf(slot) ?? DEFAULT, pushed: pushed.has(name) }];
  });
}

/** The value where it is what `ollama create` or `ollama push` is about: the first word behind it that is no option. */
function targetOf({ context, value }: Slot, verb: 'create' | 'push'): string | undefined {
  const { command = [], flag, list, path } = context;
  if (command.length > 0) {
    return command.join(' ') === `ollama ${verb}` && flag === undefined && path.at(-1) === 0 ? value : undefined;
  }
  const at = path.at(-1);
  return list && typeof at === 'number' && at === 2 && list[0] === 'ollama' && list[1] === verb ? value : undefined;
}

function modelfileOf({ context }: Slot): string | undefined {
  const beside = context.siblings();
  const { list = [] } = context;
  const inList = FILE_FLAGS.map((flag) => list.indexOf(flag)).find((at) => at >= 0);
  return beside.get('f') ?? beside.get('file') ?? (inList === undefined ? undefined : list[inList + 1]);
}
