import { z } from 'zod';
import { Day, dayOf, instant } from '../../calendar/day.js';
import { ProcedureCode } from '../../procedures/procedure.js';
import { lastFour } from '../dossier-check.js';
import { readDossierCode } from '../dossier-code.js';
import { DossierStatus } from '../dossier.js';
import { readImportedStatus } from '../import-status.js';
import type { DossierDraft } from './dossier-draft.js';

const Moment = z.iso.datetime({ offset: true }).describe('With its zone: 2026-11-20T15:40:00+07:00');
const Text = z.string().trim().min(1).max(500);
const Number4 = z.string().max(30).nullable().default(null);

/**
 * The body another system sends when a dossier changed; what it adds to it is not read. The code stands in it too,
 * because the signature covers the body and not the address.
 */
export const DossierPush = z.object({
  code: z.string().max(100),
  procedureCode: ProcedureCode.nullable().default(null),
  procedureName: Text,
  status: z
    .union([DossierStatus, z.int().min(1).max(10)])
    .describe('One of the ten states of the national portal, by name or by its number'),
  receivedAt: Moment,
  dueDate: Day.nullable().default(null),
  unit: Text.nullable().default(null),
  requested: Text.nullable().default(null),
  phone: Number4.describe('Whole or its last four digits; only those are kept'),
  identity: Number4.describe('Whole or its last four characters; only those are kept'),
  finishedAt: Moment.nullable().default(null).describe('When the result was ready'),
  asOf: Moment.optional().describe(
    'When this was so; without it, now. An older one than is known changes nothing',
  ),
});
export type DossierPush = z.output<typeof DossierPush>;

export type ReadPush = { ok: true; draft: DossierDraft; asOf: Date } | { ok: false; fields: string[] };

/** A push to `code` as a draft, or the names of the fields that contradict one another. */
export const readPush = (code: string, push: DossierPush, now: Date): ReadPush => {
  const normalised = readDossierCode(push.code);
  const asOf = push.asOf === undefined ? now : new Date(push.asOf);
  const wrong = {
    code: normalised === null || readDossierCode(code) !== normalised,
    receivedAt: isAhead(new Date(push.receivedAt), now),
    asOf: isAhead(asOf, now),
    dueDate: push.dueDate !== null && push.dueDate < dayOf(new Date(push.receivedAt)),
    phone: push.phone !== null && phoneEnd(push.phone) === null,
    identity: push.identity !== null && lastFour(push.identity) === null,
  };
  const fields = Object.entries(wrong).flatMap(([field, isWrong]) => (isWrong ? [field] : []));
  if (fields.length > 0 || normalised === null) return { ok: false, fields };
  return { ok: true, draft: draftOf(normalised, push), asOf };
};

const isAhead = (moment: Date, now: Date): boolean => moment.getTime() > now.getTime() + CLOCKS_DIFFER_MS;

const phoneEnd = (phone: string): string | null => lastFour(phone.replace(/\D/g, ''));

const CLOCKS_DIFFER_MS = 5 * 60_000;

const draftOf = (code: string, push: DossierPush): DossierDraft => ({
  code,
  procedureCode: push.procedureCode,
  procedureName: push.procedureName,
  status: typeof push.status === 'number' ? (readImportedStatus(push.status) ?? 'processing') : push.status,
  receivedAt: instant(new Date(push.receivedAt)),
  dueDate: push.dueDate,
  unit: push.unit,
  requested: push.requested,
  phoneLast4: push.phone === null ? null : phoneEnd(push.phone),
  identityLast4: push.identity === null ? null : lastFour(push.identity),
  finishedAt: push.finishedAt === null ? null : instant(new Date(push.finishedAt)),
});
