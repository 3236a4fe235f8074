import { z } from 'zod';
import { JsonObject } from '../../../json.js';
import { storedRecord } from '../../stored-record.js';
import type { Database } from '../connect.js';
import { keyOf, keyText } from '../key-text.js';

export const readStates = async (
  database: Database,
  office: string,
  keys: readonly string[],
): Promise<Record<string, JsonObject>> => {
  const wanted = JSON.stringify(keys.map(keyText));
  const rows = await database.run(
    (sql) => sql`
      select key, record from state
      where office = ${office} and key in (select json_array_elements_text(${wanted}::text::json))`,
  );
  return Object.fromEntries(
    StateRows.parse(rows).map(({ key, record }) => [keyOf(key), storedRecord(JsonObject, record, 'state')]),
  );
};

export async function* statesUnder(
  database: Database,
  office: string,
  prefix: string,
): AsyncGenerator<{ key: string; value: JsonObject }> {
  const batches = database.stream(
    (sql) => sql`
      select key, record from state where office = ${office} and starts_with(key, ${keyText(prefix)})`,
  );
  for await (const rows of batches)
    for (const { key, record } of StateRows.parse(rows))
      yield { key: keyOf(key), value: storedRecord(JsonObject, record, 'state') };
}

const StateRows = z.array(z.object({ key: z.string(), record: z.unknown() }));
