import { z } from 'zod';
import type { ImportField } from '../import-columns.js';
import { readRow } from '../import-row.js';
import type { ImportRules } from '../import-row.js';
import type { DossierDraft } from './dossier-draft.js';

/** Where something stands in the answer: `data.items.0.maHoSo`. */
const Path = z.string().min(1);

/** How another system's answer is read, as a file staff can write: its address, its fields' names, its words for the states. */
export const SourceMapping = z.strictObject({
  /** Shown to the applicant as the source. */
  name: z.string().min(1),
  /** `{code}` stands for the dossier code. */
  url: z.url({ protocol: /^https?$/ }).refine((url) => url.includes('{code}'), { error: 'thiếu {code}' }),
  /** `{token}` stands for DOSSIER_SOURCE_TOKEN. */
  headers: z.record(z.string(), z.string()).default({}),
  /** Where the dossier stands in the answer; empty: the answer is the dossier. Nothing there: not found. */
  at: z.string().default(''),
  fields: z.strictObject({
    code: Path,
    procedureCode: Path.optional(),
    procedureName: Path.optional(),
    status: Path,
    receivedAt: Path,
    dueDate: Path.optional(),
    unit: Path.optional(),
    requested: Path.optional(),
    phone: Path.optional(),
    identity: Path.optional(),
  }),
  /** Its word for a state → the number or name of one of the ten. */
  statuses: z.record(z.string(), z.union([z.int().min(1).max(10), z.string()])).default({}),
  timeoutMs: z.int().min(100).max(30_000).default(3_000),
  attempts: z.int().min(1).max(5).default(2),
});
export type SourceMapping = z.output<typeof SourceMapping>;

export type ReadAnswer =
  { kind: 'dossier'; draft: DossierDraft } | { kind: 'none' } | { kind: 'problems'; problems: string[] };

/** The other system's JSON → the dossier in it, read by the same rules as a row of a list. */
export const readSourceAnswer = (body: unknown, mapping: SourceMapping, rules: ImportRules): ReadAnswer => {
  const found = mapping.at === '' ? body : valueAt(body, mapping.at);
  if (found === null || found === undefined) return { kind: 'none' };
  const read = readRow(1, (field) => cell(found, field, mapping), rules);
  return 'draft' in read ? { kind: 'dossier', ...read } : { kind: 'problems', ...read };
};

const cell = (found: unknown, field: ImportField, { fields, statuses }: SourceMapping): unknown => {
  const path = fields[field];
  const value = path === undefined ? undefined : valueAt(found, path);
  return field === 'status' ? (statuses[String(value)] ?? value) : value;
};

const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, key) => {
    if (typeof inside !== 'object' || inside === null) return undefined;
    return Object.hasOwn(inside, key) ? (inside as Record<string, unknown>)[key] : undefined;
  }, value);
