import { z } from 'zod';
import { Day, dayOf, Instant } from '../../data/calendar/day.js';
import { Erasable } from '../../data/retention/erasure.js';
import { sweepEntry } from '../../data/retention/sweep-entry.js';
import { sweep } from '../../data/retention/sweep.js';
import type { OfficeCommand, OfficeServices } from './office-command.js';

const SweepInput = z.strictObject({ on: Day.nullable(), dryRun: z.boolean(), actor: z.string().min(1) });

/** A kind's line of the result. */
export const SweptLine = z.strictObject({
  of: Erasable,
  days: z.int().nullable(),
  count: z.int(),
  oldest: Instant.nullable(),
});
export type SweptLine = z.infer<typeof SweptLine>;

export const createRetentionCommands = (services: OfficeServices): Record<string, OfficeCommand> => ({
  async *'retention.sweep'(input) {
    const { on, dryRun, actor } = SweepInput.parse(input);
    const { store, clock, rules } = services;
    const day = on ?? dayOf(clock.now());
    const swept = await sweep(services, { periods: rules().office.retention, on: day, dryRun });
    if (!dryRun) await store.commit([sweepEntry(services, actor, day, swept)]);
    for (const one of swept) yield JSON.stringify(one satisfies SweptLine);
  },
});
