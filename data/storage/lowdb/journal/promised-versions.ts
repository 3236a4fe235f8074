import { DomainError } from '../../../domain-error.js';
import type { Head } from '../../head.js';

/** Versions that wait to be written count as stored: of two commits that continue the same version one is refused. */
export const createPromisedVersions = (storedVersion: (kind: Head['kind'], key: string) => number) => {
  const promised = new Map<string, number>();
  return {
    /** Throws `store.conflict`, having claimed nothing. */
    claim(heads: readonly Head[]): void {
      const claimed = new Map<string, number>();
      for (const { kind, key, leaves, continues } of heads.map(claimOf).filter(isVersioned)) {
        const name = `${kind} ${key}`;
        const before = claimed.get(name) ?? promised.get(name) ?? storedVersion(kind, key);
        if (!continues(before)) throw conflict(kind, before);
        claimed.set(name, leaves);
      }
      for (const [name, version] of claimed) promised.set(name, version);
    },
    /** They are stored now, unless a later one already waits. */
    settle(heads: readonly Head[]): void {
      for (const { kind, key, leaves } of heads.map(claimOf))
        if (promised.get(`${kind} ${key}`) === leaves) promised.delete(`${kind} ${key}`);
    },
    forget(): void {
      promised.clear();
    },
  };
};

const VERSIONED: readonly string[] = [
  'feedback',
  'survey',
  'dossier',
  'receipt',
  'activity',
  'correction',
  'alias',
  'question',
  'audit',
];

/** The version of an erased key whose tombstone stays: nothing continues it. */
export const ERASED = Infinity;

interface Claim {
  kind: Head['kind'];
  key: string;
  /** Whether the change may follow the stored version. */
  continues: (before: number) => boolean;
  /** The stored version after it. */
  leaves: number;
}

/** A conversation's sequence has no gaps: a turn whose lease ran out cannot write past what another has said since. */
const claimOf = ({ kind, key, version, standing, erases }: Head): Claim => {
  const asJudged = (before: number): boolean => before === version;
  if (erases)
    return { ...erases, continues: asJudged, leaves: erases.kind === 'activity' ? version : ERASED };
  if (kind === 'receipt') return { kind, key, ...receiptClaim(version, standing) };
  if (standing === 'gone') return { kind, key, continues: asJudged, leaves: 0 };
  return { kind, key, continues: (before) => version === before + 1, leaves: version };
};

/** What is answered is not taken again; otherwise the last one stands. */
const receiptClaim = (version: number, standing: Head['standing']): Pick<Claim, 'continues' | 'leaves'> =>
  standing === 'gone'
    ? { continues: () => true, leaves: 0 }
    : { continues: (before) => before <= version, leaves: version };

const isVersioned = ({ kind }: Claim): boolean => VERSIONED.includes(kind);

const conflict = (kind: Head['kind'], before: number): DomainError =>
  new DomainError(
    'store.conflict',
    `A change of ${kind} does not continue the stored version ${String(before)}.`,
  );
