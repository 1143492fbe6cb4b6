/** Letting other messages in while there is much to do. */

/**
 * Lets what already waits on the connection in first, so that a request sees the newest text, and its own cancellation.
 */
export const afterWaitingMessages = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Milliseconds of work after which other messages get their turn. */
const SLICE = 25;

/** The items as they come, with what is done with them; `between` is waited for after each slice of work. */
export async function* inTurns<T>(
  items: AsyncIterable<T> | Iterable<T>,
  between: () => Promise<void> = afterWaitingMessages,
  slice = SLICE,
): AsyncGenerator<T> {
  let end = performance.now() + slice;
  for await (const item of items) {
    yield item;
    if (performance.now() < end) continue;
    await between();
    end = performance.now() + slice;
  }
}
