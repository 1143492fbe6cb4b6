import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'server/src/**/*.test.ts',
      'client/src/**/*.test.ts',
      'licenses-db/src/**/*.test.ts',
      'test/{protocol,corpus,fuzz,grammar,manifest,matrix,rooms,cli}/**/*.test.ts',
    ],
    testTimeout: 30_000,
  },
});
