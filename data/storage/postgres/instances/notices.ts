import { z } from 'zod';

/** What an instance tells the others: ids whose listeners shall look. Without ids it only shows that it is heard. */
export const Notice = z.strictObject({ from: z.string(), ids: z.array(z.string()) });
export type Notice = z.infer<typeof Notice>;

/** PostgreSQL carries less than 8,000 bytes in a notification. */
const PAYLOAD_BYTES = 7_000;

/** As many payloads as it takes, at least one. */
export const payloadsOf = (from: string, ids: Iterable<string>): string[] => {
  const groups: string[][] = [[]];
  let bytes = 0;
  for (const id of ids) {
    const more = Buffer.byteLength(JSON.stringify(id)) + 1;
    if (bytes + more > PAYLOAD_BYTES) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(id);
    bytes += more;
  }
  return groups.map((group) => JSON.stringify({ from, ids: group } satisfies Notice));
};

/** Null for what no instance of ours can have sent. */
export const readNotice = (payload: string): Notice | null => {
  try {
    return Notice.parse(JSON.parse(payload));
  } catch {
    return null;
  }
};
