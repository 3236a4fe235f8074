import type { SheetProblem } from './sheet-problem.js';

export type SheetPlace = Omit<SheetProblem, 'what'>;

/** What reading a record leaves beside it. */
export interface Reading {
  /** Where each fact stands in the file: `documents[2].name.vi`. */
  places: Map<string, SheetPlace>;
  problems: SheetProblem[];
}

/** The cell a finding about the fact belongs to: its own, else one within it, else one it lies in. */
export const placeOf = ({ places }: Reading, path: string): SheetPlace | null => {
  for (let at = path; at !== ''; at = parentOf(at)) {
    const found = places.get(at) ?? places.get(`${at}.vi`) ?? firstWithin(places, at);
    if (found) return found;
  }
  return null;
};

const firstWithin = (places: Reading['places'], path: string): SheetPlace | null => {
  for (const [at, place] of places)
    if (at.startsWith(`${path}.`) || at.startsWith(`${path}[`)) return { ...place, header: null };
  return null;
};

const parentOf = (path: string): string => path.replace(/(?:^|\.)[^.[]+$|\[\d+\]$/, '');
