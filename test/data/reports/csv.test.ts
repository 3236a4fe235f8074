import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { csvChunks } from '../../../data/reports/csv.js';
import { dossierTable } from '../../../data/reports/columns/dossier-columns.js';
import { feedbackRow, feedbackTable } from '../../../data/reports/columns/feedback-columns.js';
import { surveyTable } from '../../../data/reports/columns/survey-columns.js';
import type { Column } from '../../../data/reports/columns/column.js';
import { lateOn } from '../../support/office-due-dates.js';
import { aDossier, aFeedback, aSurvey } from '../../support/office-records.js';

const read = async (chunks: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
};

const rowsOf = (csv: string): string[][] => parse(csv, { bom: true });

describe('a CSV export', () => {
  it('begins with the byte order mark, ends lines with CRLF and writes times of the office', async () => {
    const csv = await read(csvChunks(surveyTable, [aSurvey()]));
    expect([...Buffer.from(csv).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv.replaceAll('\r\n', '')).not.toContain('\n');
    expect(rowsOf(csv)[1]?.slice(0, 2)).toEqual(['sv-1', '2026-11-22 09:30:00']);
  });

  it('writes only its header when there is nothing', async () => {
    const rows = rowsOf(await read(csvChunks(dossierTable(lateOn('2026-11-22')), [])));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[0]).toBe('Mã hồ sơ');
  });

  it.each(['=1+1', '+84912', '-2', '@SUM(A1)', '\tx', '\rx'])('makes text of %j', async (comment) => {
    const csv = await read(csvChunks(surveyTable, [aSurvey({ comment })]));
    expect(rowsOf(csv)[1]?.at(-1)).toBe(`'${comment}`);
  });

  it('makes text of a formula in the header too, and leaves numbers numbers', async () => {
    const columns: Column<number>[] = [
      { key: 'n', header: '=A1', type: 'number', describe: '', allowed: '', value: (n) => n },
    ];
    expect(rowsOf(await read(csvChunks({ title: 'x', columns }, [-5])))).toEqual([["'=A1"], ['-5']]);
  });

  it('keeps a text of many lines, quotes and commas in one cell', async () => {
    const text = 'Dòng một,\n"dòng hai"\r\nhết';
    const csv = await read(csvChunks(feedbackTable({ withContact: false }), [aFeedback({ text })]));
    expect(rowsOf(csv)[1]?.[4]).toBe(text);
  });
});

describe('a feedback export', () => {
  const known = aFeedback({
    contact: { name: 'Nguyễn Thị Mẫu', reach: '0912345678', consentAt: '2026-11-22T02:30:00.000Z' },
    thread: '+84912345678',
  });

  it('shows who to call only when asked for', async () => {
    const row = feedbackRow(known, false);
    expect(JSON.stringify(row)).not.toMatch(/Mẫu|912345678/);
    const without = await read(csvChunks(feedbackTable({ withContact: false }), [row]));
    const full = await read(csvChunks(feedbackTable({ withContact: true }), [feedbackRow(known, true)]));
    expect(without).not.toMatch(/Liên hệ|912345678/);
    expect(full).toMatch(/Liên hệ.*0912345678/s);
  });

  it('never carries the hash of the PIN', () => {
    expect(feedbackRow(known, true)).not.toHaveProperty('pin');
  });

  it('says when it was first answered, what was answered last and how often it came back', async () => {
    const event = (at: string, by: 'office' | 'citizen', state: 'answered' | 'reopened', text: string) => ({
      at: `2026-11-${at}T02:00:00.000Z`,
      by,
      state,
      text,
    });
    const feedback = aFeedback({
      state: 'answered',
      history: [
        ...aFeedback().history,
        event('23', 'office', 'answered', 'Lần một'),
        event('24', 'citizen', 'reopened', 'Chưa được'),
        event('25', 'citizen', 'reopened', 'Thêm ảnh'),
        event('26', 'office', 'answered', 'Lần hai'),
      ],
    });
    const [, row = []] = rowsOf(
      await read(csvChunks(feedbackTable({ withContact: false }), [feedbackRow(feedback, false)])),
    );
    expect(row.slice(8, 13)).toEqual([
      'Đã trả lời',
      '2026-11-26 09:00:00',
      '2026-11-23 09:00:00',
      'Lần hai',
      '1',
    ]);
  });
});

describe('a dossier export', () => {
  it('numbers the status as the national portal does and tells the late ones', async () => {
    const late = aDossier();
    const done = aDossier({ status: 'returned' });
    const open = aDossier({ dueDate: null });
    const csv = await read(csvChunks(dossierTable(lateOn('2026-11-21')), [late, done, open]));
    expect(rowsOf(csv).map((row) => [row[3], row[4], row.at(-1)])).toEqual([
      ['Số trạng thái', 'Trạng thái', 'Quá hạn'],
      ['4', 'Đang xử lý', 'Có'],
      ['10', 'Đã trả kết quả', 'Không'],
      ['4', 'Đang xử lý', ''],
    ]);
    expect(csv).not.toContain('5678');
  });

  it('counts lateness as the citizen is told it: apologies and waiting move the day', async () => {
    const apology = {
      at: '2026-11-19T02:00:00.000Z',
      by: 'cli:lan',
      reason: 'Chờ ý kiến',
      missed: '2026-11-20',
      newDate: '2026-11-27',
    };
    const waited = {
      from: '2026-11-12T02:00:00.000Z',
      to: '2026-11-17T02:00:00.000Z',
      dueDate: '2026-11-20',
    };
    const dossiers = [
      aDossier({ apologies: [apology] }),
      aDossier({ waits: [waited] }),
      aDossier({ status: 'supplementRequested', waits: [{ ...waited, to: null }] }),
    ];
    const lateOnDay = async (today: string) =>
      rowsOf(await read(csvChunks(dossierTable(lateOn(today)), dossiers)))
        .slice(1)
        .map((row) => row.at(-1));
    expect(await lateOnDay('2026-11-21')).toEqual(['Không', 'Không', 'Không']);
    expect(await lateOnDay('2026-11-27')).toEqual(['Không', 'Có', 'Không']);
    expect(await lateOnDay('2026-11-28')).toEqual(['Có', 'Có', 'Không']);
  });
});
