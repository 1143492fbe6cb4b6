/** Larger files, in bytes, are not read. */
export const SIZE_LIMIT = 5 * 1024 * 1024;
