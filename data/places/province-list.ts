import { z } from 'zod';
import { Day } from '../calendar/day.js';
import { EarlierName, PlaceSource } from './place-table.js';

const Province = z.strictObject({
  name: z.string().min(1),
  /** The provinces it was made of, itself among them where it kept its name. */
  from: z.array(z.string().min(1)).min(1),
  /** Wards, communes and special zones. */
  units: z.int().min(1),
});

/** The provinces of today with those they were made of (Nghị quyết 202/2025/QH15). */
export const ProvinceList = z.strictObject({
  resolution: z.string().min(1),
  resolvedOn: Day,
  source: PlaceSource,
  earlier: z.array(EarlierName),
  provinces: z.array(Province).min(1),
});
export type ProvinceList = z.output<typeof ProvinceList>;
