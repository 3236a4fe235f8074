import { defineConfig } from 'vite';

/** The widget: one classic script, style included, that leaves no global behind. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2019',
    cssTarget: ['chrome80', 'safari13.1', 'firefox78'],
    outDir: 'dist/widget',
    emptyOutDir: true,
    sourcemap: true,
    lib: {
      entry: 'web/widget/widget.ts',
      formats: ['iife'],
      name: 'motcua',
      fileName: () => 'widget.js',
    },
  },
});
