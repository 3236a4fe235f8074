import { z } from 'zod';
import { Day } from '../calendar/day.js';

const Name = z.string().trim().min(1).max(100);

/** Where the facts were read. */
export const PlaceSource = z.strictObject({
  title: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  readOn: Day,
});

/** A name that was gone before the last change, and what it had become. */
export const EarlierName = z.strictObject({ name: Name, became: Name, by: z.string().min(1) });

/** Whole or in part; no wards: the district as a whole. */
const Origin = z.strictObject({ province: Name, district: Name, wards: z.array(Name) });

const NewPlace = z.strictObject({
  name: Name,
  /** Where the People's Committee sits, as the source words it; null: the source names no address. */
  seat: z.string().min(1).max(500).nullable(),
  from: z.array(Origin).min(1),
});

/** The wards and communes of one province of today, each with what it was made of. A file a province. */
export const PlaceTable = z
  .strictObject({
    province: Name,
    resolution: z.string().min(1),
    resolvedOn: Day,
    inForce: Day,
    sources: z.array(PlaceSource).min(1),
    /** How many of each kind the resolution names: "Phường" → 113. null: not known. */
    counts: z.record(Name, z.int().min(1)).nullable(),
    earlier: z.array(EarlierName).default([]),
    places: z.array(NewPlace).min(1),
  })
  .superRefine(({ places, counts }, context) => {
    const names = places.map(({ name }) => name);
    for (const name of names.filter((one, index) => names.indexOf(one) !== index))
      context.addIssue(`${name} được ghi hai lần`);
    for (const [kind, count] of Object.entries(counts ?? {})) {
      const found = names.filter((name) => name.startsWith(`${kind} `)).length;
      if (found !== count) context.addIssue(`có ${String(found)} ${kind}, nghị quyết ghi ${String(count)}`);
    }
  });
export type PlaceTable = z.output<typeof PlaceTable>;
