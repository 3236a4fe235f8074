import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './load-dataset.js';
import { createTexts } from './texts/texts.js';
import type { Texts } from './texts/texts.js';

/** Reads the citizen-visible texts; a missing key or placeholder stops the start. */
export const loadTexts = (): Texts => createTexts({ vi: readTexts('vi'), en: readTexts('en') });

const readTexts = (locale: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot(), 'data', 'texts', `${locale}.json`), 'utf8'));
