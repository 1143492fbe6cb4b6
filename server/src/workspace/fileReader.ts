/** Reads files one after the other into the same memory, so that reading many takes no more of it than the largest. Node only. */
import { closeSync, openSync, readSync } from 'node:fs';

const first = 256 * 1024;

export class FileReader {
  #buffer = Buffer.allocUnsafe(first);

  /**
   * The bytes of a file, good until the next one is read.
   * Throws where it cannot be read.
   */
  read(path: string): Buffer {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        const room = this.#buffer.length - length;
        const read = readSync(file, this.#buffer, length, room, null);
        length += read;
        // A file gives less than it is asked for at its end only.
        if (read < room) return this.#buffer.subarray(0, length);
        this.#grow();
      }
    } finally {
      closeSync(file);
    }
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(2 * this.#buffer.length);
    this.#buffer.copy(larger);
    this.#buffer = larger;
  }
}
