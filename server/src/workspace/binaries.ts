/** Endings of files that hold no text; they are not opened. Files without such an ending are judged by their first bytes. */
const BINARY_ENDINGS = new Set(
  // images, sound, film
  `png jpg jpeg gif webp avif ico icns bmp tif tiff psd heic
   mp3 mp4 m4a wav flac ogg webm mov avi mkv
   woff woff2 ttf otf eot
   zip gz tgz bz2 xz zst 7z rar tar jar war whl deb rpm apk dmg iso vsix
   exe dll so dylib a o obj lib class pyc pyo pyd wasm node
   gguf ggml safetensors bin pt pth ckpt onnx h5 hdf5 keras tflite mlmodel pb npy npz pkl pickle joblib parquet arrow
   feather avro orc sqlite sqlite3 db mdb
   pdf doc docx xls xlsx ppt pptx odt ods odp`.split(/\s+/),
);

export function hasBinaryEnding(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot > 0 && BINARY_ENDINGS.has(name.slice(dot + 1).toLowerCase());
}

export const SNIFFED_BYTES = 8192;

/** A NUL near the start: not a text in UTF-8. */
export const looksBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, SNIFFED_BYTES).includes(0);

/** The same of bytes that were read as UTF-8. */
export const textLooksBinary = (text: string): boolean => text.slice(0, SNIFFED_BYTES).includes('\0');
