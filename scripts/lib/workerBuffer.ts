/** As much of Node's `Buffer` as `dockerfile-ast` takes for granted: the bytes of a text in UTF-8. For workers, which have none. */
export const Buffer = { from: (text: string): Uint8Array => new TextEncoder().encode(text) };
