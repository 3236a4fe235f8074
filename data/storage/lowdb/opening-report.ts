import type { Layer } from './journal/layer.js';
import type { TornEnd } from './journal/segment.js';

/** What the start found in the journals. */
export interface OpeningReport {
  /** Ends of entries nobody was told about, set aside in files of their own beside the journal. */
  torn: (TornEnd & { journal: string })[];
  /** Lines that are not what was written; until they are repaired nothing is written. */
  damaged: { journal: string; line: number }[];
}

export const openingReport = (layers: readonly Layer[]): OpeningReport => ({
  torn: layers.flatMap(({ low: { data } }) =>
    data.torn ? [{ journal: `${data.name}.jsonl`, ...data.torn }] : [],
  ),
  damaged: layers.flatMap(({ low: { data } }) =>
    data.damagedLines.map((line) => ({ journal: `${data.name}.jsonl`, line })),
  ),
});
