import { z } from 'zod';
import { canonicalJson } from '../../canonical-json.js';
import { Day, Instant } from '../../calendar/day.js';
import type { Change } from '../../store.js';
import { createDigest, Digest } from './digest.js';

/** The first line of a backup. */
export const BackupHeader = z.strictObject({
  format: z.literal('motcua-backup'),
  formatVersion: z.literal(1),
  /** The version of the program that wrote it. */
  product: z.string(),
  /** The shipped dataset its corrections were laid over. */
  dataset: Day,
  at: Instant,
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** The last line: a file without it was cut off. */
export const BackupTrailer = z.strictObject({ end: Digest });

/** Header, a line of canonical JSON for each change, trailer. */
export async function* backupLines(
  header: BackupHeader,
  changes: AsyncIterable<Change>,
): AsyncGenerator<string> {
  const digest = createDigest();
  yield canonicalJson(header);
  for await (const change of changes) {
    const line = canonicalJson(change);
    digest.add(change.kind, line);
    yield line;
  }
  yield canonicalJson({ end: digest.result() } satisfies z.infer<typeof BackupTrailer>);
}
