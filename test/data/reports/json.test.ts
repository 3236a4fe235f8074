import { describe, expect, it } from 'vitest';
import { jsonChunks } from '../../../data/reports/json.js';
import { surveyTable } from '../../../data/reports/columns/survey-columns.js';
import { aSurvey } from '../../support/office-records.js';

const read = async (rows: ReturnType<typeof aSurvey>[]): Promise<unknown> => {
  let text = '';
  for await (const chunk of jsonChunks(surveyTable, rows)) text += chunk;
  return JSON.parse(text);
};

describe('a JSON export', () => {
  it('is one array of objects with the stable keys of the columns', async () => {
    const rows = await read([aSurvey(), aSurvey({ id: 'sv-2', comment: '=1+1' })]);
    expect(rows).toMatchObject([
      { id: 'sv-1', receivedAt: '2026-11-22T09:30:00+07:00', staff: 5, feedbackHandling: null },
      { id: 'sv-2', comment: '=1+1' },
    ]);
  });

  it('is an empty array when there is nothing', async () => {
    expect(await read([])).toEqual([]);
  });
});
