import { existsSync, readFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../data/load-dataset.js';

const root = projectRoot();
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** `data/store.ts` in backticks, and links that stay in the repository. */
const pathsIn = (document: string): string[] => {
  const text = readFileSync(join(root, document), 'utf8');
  const quoted = [...text.matchAll(/`((?:bot|dialogs|data|web|cli|bench|test|docs)\/[\w./-]*[\w/])`/g)];
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)];
  return [
    ...quoted.map(([, path]) => path ?? ''),
    ...linked.map(([, path]) => join(dirname(document), path ?? '')),
  ];
};

describe('the documents', () => {
  it.each(documents)('%s names only paths that exist', (document) => {
    expect(pathsIn(document).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
