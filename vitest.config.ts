import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'coverage/test-results.json' }]],
    coverage: {
      provider: 'v8',
      include: [
        'index.ts',
        'config.ts',
        'bot/**/*.ts',
        'dialogs/**/*.ts',
        'data/**/*.ts',
        'opening/**/*.ts',
        'web/public/**/*.ts',
        'cli/**/*.ts',
      ],
      reporter: ['text-summary', 'json-summary'],
      cleanOnRerun: false,
      clean: false,
      thresholds: { lines: 90, functions: 90, branches: 85, statements: 90 },
    },
  },
});
