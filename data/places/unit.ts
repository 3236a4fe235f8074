import type { Day } from '../calendar/day.js';
import type { PlaceTable } from './place-table.js';

/** A ward, commune or special zone of today: where dossiers are filed now. */
export interface PlaceNow {
  level: 'now';
  name: string;
  province: string;
  seat: string | null;
  table: Pick<PlaceTable, 'resolution' | 'resolvedOn' | 'inForce' | 'sources'>;
}

export interface OldWard {
  level: 'ward';
  name: string;
  district: OldDistrict;
  /** More than one where it was split. */
  to: PlaceNow[];
}

export interface OldDistrict {
  level: 'district';
  name: string;
  province: string;
  wards: OldWard[];
  /** All places of today that took a part of it. */
  to: PlaceNow[];
}

export interface OldProvince {
  level: 'province';
  name: string;
  /** The province of today. */
  now: string;
  resolution: string;
  resolvedOn: Day;
}

export type Unit = PlaceNow | OldWard | OldDistrict | OldProvince;
