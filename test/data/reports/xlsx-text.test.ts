import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { surveyTable } from '../../../data/reports/columns/survey-columns.js';
import { xlsxFile } from '../../../data/reports/workbook.js';
import { xlsxText } from '../../../data/reports/xlsx-text.js';
import { aSurvey } from '../../support/office-records.js';

describe('text in an XLSX file', () => {
  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'may be %s, which the writer would stumble over',
    async (comment) => {
      const file = await xlsxFile(surveyTable, [aSurvey({ comment })]);
      const [sheet] = await readXlsxFile(Buffer.from(file));
      expect(sheet?.data[1]?.at(-1)).toBe(comment);
    },
  );

  it('is left as it is otherwise', () => {
    expect(xlsxText('Cán bộ nhiệt tình')).toBe('Cán bộ nhiệt tình');
  });
});
