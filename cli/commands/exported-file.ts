import { Dossier } from '../../data/dossiers/dossier.js';
import type { TimingRules } from '../../data/dossiers/lateness/dossier-timing.js';
import type { Table } from '../../data/reports/columns/column.js';
import { csvChunks } from '../../data/reports/csv.js';
import { dossierTable } from '../../data/reports/columns/dossier-columns.js';
import { FeedbackRow, feedbackTable } from '../../data/reports/columns/feedback-columns.js';
import { jsonChunks } from '../../data/reports/json.js';
import type { PlainSheet } from '../../data/reports/plain-sheet.js';
import { surveyTable } from '../../data/reports/columns/survey-columns.js';
import { surveySheets } from '../../data/reports/survey-sheets.js';
import { xlsxFile } from '../../data/reports/workbook.js';
import { createSurveySummary } from '../../data/surveys/summary.js';
import { SurveyResponse } from '../../data/surveys/survey-response.js';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  withContact: boolean;
  /** How late dossiers are told; asked for when dossiers are exported. */
  timing: () => TimingRules;
}

/** The office's records → the bytes of the file. CSV and JSON pass through; XLSX is put together at the end. */
export const exportedFile = (
  what: 'surveys' | 'feedback' | 'dossiers',
  format: ExportFormat,
  records: AsyncIterable<unknown>,
  options: ExportOptions,
): AsyncIterable<string | Uint8Array> => {
  if (what === 'feedback')
    return rendered(
      format,
      feedbackTable(options),
      parsed(records, (record) => FeedbackRow.parse(record)),
    );
  if (what === 'dossiers')
    return rendered(
      format,
      dossierTable(options.timing()),
      parsed(records, (record) => Dossier.parse(record)),
    );
  const summary = createSurveySummary();
  const replies = parsed(records, (record) => {
    const reply = SurveyResponse.parse(record);
    summary.add(reply);
    return reply;
  });
  return rendered(format, surveyTable, replies, () => surveySheets(summary));
};

async function* parsed<Row>(
  records: AsyncIterable<unknown>,
  parse: (record: unknown) => Row,
): AsyncGenerator<Row> {
  for await (const record of records) yield parse(record);
}

async function* rendered<Row>(
  format: ExportFormat,
  table: Table<Row>,
  rows: AsyncIterable<Row>,
  figures?: () => readonly PlainSheet[],
): AsyncGenerator<string | Uint8Array> {
  if (format === 'csv') yield* csvChunks(table, rows);
  else if (format === 'json') yield* jsonChunks(table, rows);
  else yield await xlsxFile(table, rows, figures);
}
