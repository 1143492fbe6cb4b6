/**
 * Writes a build's files (`write: false`), with what is left of other characters as escapes. esbuild escapes them in strings, but not
 * in regular expressions, and a single one makes the engine hold the whole script at two bytes a character.
 */
import { writeFileSync } from 'node:fs';
import type * as esbuild from 'esbuild';

export const asciiOutput: esbuild.Plugin = {
  name: 'ascii-output',
  setup(build) {
    build.onEnd(({ outputFiles = [] }) => {
      for (const { path: file, text, contents } of outputFiles) {
        writeFileSync(file, file.endsWith('.js') ? text.replace(/[^\0-\x7f]/g, escaped) : contents);
      }
    });
  },
};

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
