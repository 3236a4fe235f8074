import { instant } from '../../data/calendar/day.js';
import type { JsonObject } from '../../data/json.js';
import type { Change } from '../../data/store.js';
import type { OfficeServices } from './office-command.js';

/** An entry that says who did what, with codes and counts only. */
export const auditEntry = (
  { clock, random }: Pick<OfficeServices, 'clock' | 'random'>,
  actor: string,
  action: string,
  details: JsonObject,
): Change => ({
  kind: 'audit',
  record: { id: random.uuid(), at: instant(clock.now()), actor, action, details },
});
