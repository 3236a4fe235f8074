import { dueDateText } from '../../data/answers/due/due-date-text.js';
import { loadTexts } from '../../data/load-texts.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { PromisedDate, PromisedDates } from '../../data/procedures/promised-dates.js';

/** What `due --json` prints: the date that counts at the top, every limit with its sum below. */
export const dueJson = ({ code }: Procedure, promised: PromisedDates) => {
  if (!promised.known) return { dueDate: null, code, reason: promised.reason, limits: [] };
  const [first] = promised.dates;
  return {
    dueDate: first.due.dueDate,
    dueTime: first.due.dueTime,
    code,
    filed: `${first.due.filed.day}T${first.due.filed.time}`,
    unofficial: first.due.unofficial,
    limits: promised.dates.map(limitJson),
  };
};

const limitJson = ({ limit, due, by }: PromisedDate) => ({
  ...limit,
  ...('decision' in by
    ? { by: 'office', decision: by.decision }
    : { by: 'law', outcome: by.law.outcome?.vi ?? null, channel: by.law.channel, when: by.law.when }),
  ...due,
  text: dueDateText(due, limit, loadTexts().vi),
});
