import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dueDate } from '../../../data/calendar/due-date.js';
import { projectRoot } from '../../../data/load-dataset.js';
import { TimeUnit } from '../../../data/procedures/processing-time.js';
import { dueDateRules } from '../../support/office-due-dates.js';

/** Reckoned by listing the worked days of the published schedules one by one; `reasoning` is that list. */
const Row = z.object({
  filed: z.string(),
  value: z.coerce.number(),
  unit: TimeUnit,
  cutOff: z.enum(['sameDay', 'all']),
  dueDate: z.string(),
  dueTime: z.string().transform((time) => (time === '' ? null : time)),
  what: z.string().min(1),
  reasoning: z.string().min(1),
});

const file = join(projectRoot(), 'test', 'data', 'calendar', 'due-dates.tsv');
const rows = z.array(Row).parse(parse(readFileSync(file), { delimiter: '\t', columns: true }));

describe('due dates reckoned by hand', () => {
  it('are many and no two the same', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
    const asked = rows.map(({ filed, value, unit, cutOff }) => [filed, value, unit, cutOff].join(' '));
    expect(new Set(asked).size).toBe(rows.length);
  });

  it.each(rows)('$filed + $value $unit (cut-off $cutOff): $what; $reasoning', (row) => {
    const rules = dueDateRules({ cutOff: { hour: '15:00', appliesTo: row.cutOff } });
    const due = dueDate(new Date(`${row.filed}:00+07:00`), row, rules);
    expect([due.dueDate, due.dueTime]).toEqual([row.dueDate, row.dueTime]);
  });
});
