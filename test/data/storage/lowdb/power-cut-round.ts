import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../../../data/clock.js';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import type { Store } from '../../../../data/store.js';
import { seeded } from '../../../support/seeded.js';
import { createSimulatedDisk } from '../../../support/simulated-disk.js';
import type { SyncKind } from '../../../support/simulated-disk.js';
import { dossierChange, erasureChange, listOf, stateChange, surveyChange } from '../records.js';

const LIVES = 3;
const WRITERS = 4;

/**
 * Writers commit, the disk refuses now and then, the power goes at a random moment, the store opens again. Returns what was lost, doubled or could
 * not be opened: nothing, if the store keeps its promise.
 */
export const powerCutRound = async (seed: number, leftOut: readonly SyncKind[] = []): Promise<string[]> => {
  const below = seeded(seed);
  const disk = createSimulatedDisk(below);
  disk.skipSyncs(leftOut);
  let moment = Date.parse('2026-11-29T00:00:00.000Z');
  const clock: Clock = { now: () => new Date((moment += below(3_600_000))) };
  const promised: Promised = { surveys: new Set(), dossiers: new Map(), erased: new Set() };
  try {
    for (let life = 1; life <= LIVES; life += 1) {
      const store = await openStore(disk, clock);
      const troubles = await broken(store, promised);
      if (troubles.length > 0) return troubles;
      const power = { on: true };
      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        write(store, `${String(life)}-${String(writer)}`, clock, promised, power),
      );
      for (let turns = below(100); turns > 0; turns -= 1) {
        if (below(10) === 0) disk.refuseWrites(below(3) === 0 ? 'EIO' : null);
        await nextTurn();
      }
      power.on = false;
      disk.losePower();
      disk.refuseWrites(null);
      await Promise.all(writers);
    }
    return await broken(await openStore(disk, clock), promised);
  } catch (error) {
    return [`failed to open: ${String(error)}`];
  }
};

/** What was acknowledged: ids, and versions by code. */
interface Promised {
  surveys: Set<string>;
  dossiers: Map<string, number>;
  /** Surveys taken away again. */
  erased: Set<string>;
}

const openStore = (disk: ReturnType<typeof createSimulatedDisk>, clock: Clock) =>
  createEmbeddedStore({ folder: '/kho', clock, files: disk.files(), journalLimit: 3_000 });

/**
 * Commits until the power is gone, again when the disk refuses for a while. Each entry has a survey, a state and the
 * next version of the writer's dossier; every fourth erases the survey before it, with its state.
 */
const write = async (
  store: Store,
  name: string,
  clock: Clock,
  promised: Promised,
  power: { on: boolean },
): Promise<void> => {
  for (let version = 1; power.on;) {
    const id = `${name}-${String(version)}`;
    const before = version % 4 === 0 ? `${name}-${String(version - 1)}` : null;
    // Refused or cut off, it may be gone or not.
    if (before !== null) promised.surveys.delete(before);
    const receivedAt = clock.now().toISOString();
    try {
      await store.commit([
        surveyChange({ id, receivedAt }),
        stateChange(id, { id }),
        dossierChange({ code: name, version, receivedAt }),
        ...(before === null ? [] : [erasureChange('survey', before, 1), stateChange(before, null)]),
      ]);
      if (before !== null) promised.erased.add(before);
      promised.surveys.add(id);
      promised.dossiers.set(name, version);
      version += 1;
    } catch {
      await nextTurn();
    }
  }
};

const broken = async (store: Store, { surveys, dossiers, erased }: Promised): Promise<string[]> => {
  const health = await store.health();
  const served = (await listOf(store.surveys.stream(EVER))).map(({ id }) => id);
  const stated = new Set(Object.keys(await store.state.read(served)));
  const latest = await Promise.all([...dossiers.keys()].map((code) => store.dossiers.find(code)));
  const versions = new Map(latest.map((dossier) => [dossier?.code, dossier?.version ?? 0]));
  return [
    ...(health.ready ? [] : [health.reason]),
    ...(new Set(served).size < served.length ? ['a survey is served twice'] : []),
    ...[...surveys].filter((id) => !served.includes(id)).map((id) => `survey ${id} was lost`),
    ...served.filter((id) => !stated.has(id)).map((id) => `survey ${id} came without its state`),
    ...[...served, ...stated].filter((id) => erased.has(id)).map((id) => `survey ${id} came back`),
    ...[...dossiers]
      .filter(([code, version]) => (versions.get(code) ?? 0) < version)
      .map(([code, version]) => `version ${String(version)} of dossier ${code} was lost`),
  ];
};

const EVER = { from: '2020-01-01', to: '2035-12-31' };
