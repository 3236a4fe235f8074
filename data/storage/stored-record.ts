import type { z } from 'zod';
import { DomainError } from '../domain-error.js';

/**
 * A stored value as its schema has it. A record from before an update that the new version cannot read must be noticed,
 * not passed on: DomainError `store.damaged`, which names the kind and the fields and nothing they hold.
 */
export const storedRecord = <T>(schema: z.ZodType<T>, value: unknown, kind: string): T => {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const fields = error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new DomainError('store.damaged', `A stored ${kind} cannot be read: ${fields}.`);
};
