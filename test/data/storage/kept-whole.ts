import type { Store } from '../../../data/store.js';
import { listOf } from './records.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };

export interface KeptWhole {
  lost: string[];
  doubled: string[];
  /** Of a commit one record is there and the other is not. */
  halves: string[];
}

/** What the store holds of what `writeEndlessly` wrote: `1-7-12` is a survey, and version 12 of dossier `1-7`. */
export const findTroubles = async (store: Store, acknowledged: ReadonlySet<string>): Promise<KeptWhole> => {
  const served = new Map<string, number>();
  for await (const { id } of store.surveys.stream(EVER)) served.set(id, (served.get(id) ?? 0) + 1);
  const dossiers = await listOf(store.dossiers.stream(EVER));
  const versions = new Set(
    dossiers.flatMap(({ code, version }) =>
      Array.from({ length: version }, (_, index) => `${code}-${String(index + 1)}`),
    ),
  );
  return {
    lost: [...acknowledged].filter((id) => !served.has(id)),
    doubled: [...served].filter(([, times]) => times > 1).map(([id]) => id),
    halves: [...new Set([...served.keys(), ...versions])].filter((id) => served.has(id) !== versions.has(id)),
  };
};
