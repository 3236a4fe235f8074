import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../connect.js';

const SECRET_BYTES = 32;
const Kept = z.tuple([z.object({ value: z.string() })]);

/** The office's secret, drawn by whichever instance starts first: a chat token of one is good at all. */
export const keptDatabaseSecret = async (database: Database, office: string): Promise<string> => {
  const drawn = randomBytes(SECRET_BYTES).toString('hex');
  await database.run(
    (sql) => sql`
      insert into secret (office, key, value) values (${office}, 'token', ${drawn})
      on conflict (office, key) do nothing`,
  );
  const rows = await database.run(
    (sql) => sql`select value from secret where office = ${office} and key = 'token'`,
  );
  return Kept.parse(rows)[0].value;
};
