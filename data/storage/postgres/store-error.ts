import postgres from 'postgres';
import { DomainError } from '../../domain-error.js';

/**
 * What a refused statement means to the port. The driver's error never goes on, not even as a cause: it holds the
 * statement's parameters and may quote the row.
 */
export const storeError = (error: unknown): Error => {
  if (error instanceof DomainError) return error;
  const code = codeOf(error);
  if (CONFLICTS.some((start) => code.startsWith(start)))
    return new DomainError('store.conflict', `Nothing was recorded: somebody else was faster (${code}).`);
  if (isLost(error) || OUT_OF_ORDER.some((start) => code.startsWith(start)))
    return new DomainError('store.unavailable', `The database does not serve us (${code}).`);
  return new Error(`PostgreSQL refused a statement of ours (${code}).`);
};

/**
 * The connection is gone or was never there, and what was asked may or may not have been done; or it leads to a server
 * that has become read-only, and another may have taken its place.
 */
export const isLost = (error: unknown): boolean =>
  !(error instanceof DomainError) &&
  (!(error instanceof postgres.PostgresError) ||
    ['FATAL', 'PANIC'].includes(error.severity) ||
    error.code === READ_ONLY);

const READ_ONLY = '25006';

/** Raised by our own functions when a version does not continue the stored one, see the migrations. */
const NOT_CONTINUED = 'MC001';

/** Unique violation, and the whole class of transactions rolled back (serialization, deadlock). */
const CONFLICTS = [NOT_CONTINUED, '23505', '40'];

/**
 * Connection, authorisation and database names, resources (disk full, too many connections), operator (shutdown,
 * time-out), system errors; read-only, no privilege, lock not available.
 */
const OUT_OF_ORDER = ['08', '28', '3D', '53', '57', '58', READ_ONLY, '42501', '55P03'];

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
