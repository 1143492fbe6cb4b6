/** Processes and folders that must be gone when this process ends, however it ends. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const undo = new Set<() => void>();
let hooked = false;

/** Runs `action` when the process ends, by itself or by Ctrl-C. It must be synchronous. Returns how to run it now instead. */
export function atEnd(action: () => void): () => void {
  if (!hooked) {
    hooked = true;
    process.on('exit', () => [...undo].reverse().forEach(attempt));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => process.exit(128 + { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }[signal]));
    }
  }
  undo.add(action);
  return () => {
    if (undo.delete(action)) action();
  };
}

/** One thing that cannot be undone must not keep the others from it. */
function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    process.stderr.write(`clean-up: ${error instanceof Error ? error.message : error}\n`);
  }
}

/** A folder of our own under the system's temporary folder, removed at the end. The path is free of symbolic links. */
export function temporaryFolder(purpose: string): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), `modelterms-${purpose}-`));
  const remove = atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return { path: folder, remove };
}

/** Ends `child` with this process. Where it was started as leader of a group (`detached`), its children go with it. */
export function endWithUs(child: ChildProcess, group = false): () => void {
  const end = atEnd(() => {
    if (child.pid === undefined) return;
    if (group && process.platform !== 'win32') endGroup(child.pid);
    else if (child.exitCode === null) child.kill();
  });
  return end;
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // nobody left in the group
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
