import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    coverage: {
      provider: 'v8',
      include: [
        'index.ts',
        'config.ts',
        'bot/**',
        'dialogs/**',
        'data/**/*.ts',
        'web/**/*.{ts,tsx}',
        'cli/**',
      ],
      thresholds: { lines: 90, functions: 90, branches: 85, statements: 90 },
    },
  },
});
