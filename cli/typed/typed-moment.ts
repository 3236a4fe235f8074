import { z } from 'zod';
import { momentAt } from '../../data/calendar/day.js';
import { readImportedDate } from '../../data/dossiers/import-date.js';

/** `2026-11-20T15:40`, `20/11/2026 15:40`, or a day alone, all on the office's clock; a day alone is its morning. */
export const typedMoment = (option: string) =>
  z.string().transform((typed, context): Date => {
    const read = readImportedDate(typed);
    if (read !== null) return momentAt(read.day, read.time ?? '00:00');
    context.addIssue(
      `--${option} không phải là ngày giờ có thật. Ví dụ: 2026-11-20T15:40 hoặc "20/11/2026 15:40".`,
    );
    return z.NEVER;
  });
