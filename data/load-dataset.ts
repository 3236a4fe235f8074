import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DomainError } from './domain-error.js';
import { LocalText } from './language/locale.js';
import { createCatalogue } from './procedures/catalogue.js';
import type { Catalogue } from './procedures/catalogue.js';
import { Procedure } from './procedures/procedure.js';

const LifeEvent = z.strictObject({
  id: z.string(),
  title: LocalText,
  phrases: z.array(z.string().min(1)).min(1),
  procedures: z.array(z.string()).min(1),
});

/** Named in every answer, raised with each change of the shipped records. */
const Edition = z.strictObject({ edition: z.iso.date() });

/** The folder that holds package.json: curated files are read from there by source and by build alike. */
export const projectRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

export const proceduresFolder = (): string => join(projectRoot(), 'data', 'procedures');

/** Every curated record with its file, unparsed: what `check` reports on. */
export const readRecords = (folder = proceduresFolder()): { file: string; record: unknown }[] =>
  jsonFilesUnder(join(folder, 'records')).map((file) => ({ file, record: readJson(file) }));

/** The day of the shipped records' edition. */
export const loadEdition = (folder = proceduresFolder()): string =>
  parseFile(join(folder, 'edition.json'), Edition).edition;

/** Reads and parses the shipped dataset. Throws DomainError `dataset.invalid` naming the file. */
export const loadCatalogue = (folder = proceduresFolder()): Catalogue =>
  createCatalogue(
    { base: loadEdition(folder), office: null },
    jsonFilesUnder(join(folder, 'records')).map((file) => parseFile(file, Procedure)),
    jsonFilesUnder(join(folder, 'life-events')).flatMap((file) => parseFile(file, z.array(LifeEvent))),
  );

/** One curated file against its schema. Throws DomainError `dataset.invalid` naming file and field. */
export const parseFile = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  throw new DomainError('dataset.invalid', `${file}: ${z.prettifyError(parsed.error)}`);
};

const jsonFilesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new DomainError('dataset.invalid', `${file}: ${(cause as Error).message}`, { cause });
  }
};
