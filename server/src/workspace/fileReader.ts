/** Reads files one after the other into the same memory, so that reading many takes no more of it than the largest. Node only. */
import { closeSync, openSync, readSync } from 'node:fs';

const first = 256 * 1024;

export class FileReader {
  #buffer = Buffer.allocUnsafe(first);

  /**
   * The bytes of a file, good until the next one is read.
   * @param most as many from its beginning are enough; there may be more of them
   * Throws where it cannot be read.
   */
  read(path: string, most = Number.POSITIVE_INFINITY): Buffer {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        if (length >= most) return this.#buffer.subarray(0, length);
        if (length === this.#buffer.length) this.#grow();
        const read = readSync(file, this.#buffer, length, Math.min(this.#buffer.length, most) - length, null);
        // less than was asked for is not yet the end: file systems on a network give what they have
        if (read === 0) return this.#buffer.subarray(0, length);
        length += read;
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
