import { z } from 'zod';
import { Day } from '../../data/calendar/day.js';

/** `2026-11-22`, or `22/11/2026` as on Vietnamese forms. */
export const typedDay = (option: string) =>
  z
    .string(`Thiếu --${option} (ngày, ví dụ 2026-11-01 hoặc 01/11/2026).`)
    .transform((typed) =>
      /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(typed)
        ? typed
            .split('/')
            .reverse()
            .map((part) => part.padStart(2, '0'))
            .join('-')
        : typed,
    )
    .pipe(
      z
        .string()
        .refine(
          (day) => Day.safeParse(day).success,
          `--${option} không phải là ngày có thật. Ví dụ: 2026-11-01 hoặc 01/11/2026.`,
        ),
    );
