import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile, projectRoot } from './load-dataset.js';
import { PlaceTable } from './places/place-table.js';
import { createPlaces } from './places/places.js';
import type { Places } from './places/places.js';
import { ProvinceList } from './places/province-list.js';

/**
 * Old places and where they are now: the tables shipped, and in place of them or besides them those the office has
 * imported. Throws DomainError `dataset.invalid` naming the file.
 */
export const loadPlaces = (own: string | null = null): Places =>
  createPlaces(loadPlaceTables(own), loadProvinces());

export const loadPlaceTables = (own: string | null = null): PlaceTable[] => {
  const shipped = tablesIn(join(placesRoot(), 'tables'));
  const imported = own !== null && existsSync(own) ? tablesIn(own) : [];
  return [...new Map([...shipped, ...imported].map((table) => [table.province, table])).values()];
};

export const loadProvinces = (): ProvinceList =>
  parseFile(join(placesRoot(), 'provinces.json'), ProvinceList);

/** Where an office's imported tables are: kept with its data, so that an update overwrites none. */
export const placesFolder = (dataDir: string): string => join(dataDir, 'places');

const placesRoot = (): string => join(projectRoot(), 'data', 'places');

const tablesIn = (folder: string): PlaceTable[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parseFile(join(folder, name), PlaceTable));
