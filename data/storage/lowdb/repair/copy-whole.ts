import { instant } from '../../../calendar/day.js';
import type { Clock } from '../../../clock.js';
import { createWriter } from '../archive/writer.js';
import type { Files } from '../files.js';

/** Durable when this resolves (its name with the folder's next fsync). */
export const copyWhole = async (files: Files, from: string, to: string): Promise<void> => {
  const source = files.open(from);
  const writer = createWriter(files, to);
  try {
    await writer.copy(source, 0, source.size());
    await writer.finish();
  } finally {
    writer.close();
    source.close();
  }
};

/** What a damaged file is kept as, beside the one that takes its place. */
export const originalName = (name: string, clock: Clock): string =>
  `${name}.damaged-${instant(clock.now()).replaceAll(':', '-')}`;
