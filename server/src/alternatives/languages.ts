/** How many languages a stand-in states. What the model at hand speaks is not known, so this only ever breaks ties and is told. */
import type { Alternative, Task } from '@modelterms/licenses-db';

/** Tasks in which the languages are what a model is for. */
const OF_LANGUAGES: ReadonlySet<Task> = new Set(['translation', 'speech-recognition', 'text-to-speech']);

/** One language or one pair, where others of the task serve many. None stated is not few. */
export const isNarrow = ({ languages, task }: Alternative): boolean =>
  OF_LANGUAGES.has(task) && languages !== undefined && languages.length <= 2;

/** A little for each language stated, up to four. */
export const languageGain = ({ languages }: Alternative): number => Math.min(0.2, 0.05 * (languages?.length ?? 0));
