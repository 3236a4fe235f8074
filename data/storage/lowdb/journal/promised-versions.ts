import { DomainError } from '../../../domain-error.js';
import type { Head } from '../head.js';

/** Versions that wait to be written count as stored: of two commits that continue the same version one is refused. */
export const createPromisedVersions = (storedVersion: (kind: Head['kind'], key: string) => number) => {
  const promised = new Map<string, number>();
  return {
    /** Throws `store.conflict`, having claimed nothing. */
    claim(heads: readonly Head[]): void {
      const claimed = new Map<string, number>();
      for (const head of heads.filter(isVersioned)) {
        const name = nameOf(head);
        const before = claimed.get(name) ?? promised.get(name) ?? storedVersion(head.kind, head.key);
        if (!continues(head, before)) throw conflict(head, before);
        claimed.set(name, head.version);
      }
      for (const [name, version] of claimed) promised.set(name, version);
    },
    /** They are stored now, unless a later one already waits. */
    settle(heads: readonly Head[]): void {
      for (const head of heads)
        if (promised.get(nameOf(head)) === head.version) promised.delete(nameOf(head));
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
  'activity',
  'correction',
  'alias',
  'question',
];

const isVersioned = ({ kind }: Head): boolean => VERSIONED.includes(kind);

const nameOf = ({ kind, key }: Head): string => `${kind} ${key}`;

/** Retention may have removed a conversation's beginning, so its sequence only has to rise. */
const continues = ({ kind, version }: Head, before: number): boolean =>
  kind === 'activity' ? version > before : version === before + 1;

const conflict = ({ kind, version }: Head, before: number): DomainError =>
  new DomainError(
    'store.conflict',
    `${kind}: ${String(version)} does not continue the stored version ${String(before)}.`,
  );
