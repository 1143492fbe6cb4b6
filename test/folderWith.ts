/** A folder of files for one test: made when asked for, gone when the test is over. */
import { onTestFinished } from 'vitest';
import { plant } from './protocol/kit.ts';

/** Files by their paths below the folder, with `/`; gives the folder, absolute. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const { folder, remove } = plant(files);
  onTestFinished(remove);
  return folder;
}
