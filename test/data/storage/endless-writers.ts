import { isDomainError } from '../../../data/domain-error.js';
import type { Store } from '../../../data/store.js';
import { dossierChange, surveyChange } from './records.js';

const WRITERS = 50;

/**
 * Fifty writers, each committing version after version of its own dossier with a survey for each, until it is told to
 * stop. A commit that was refused is tried again, as a gateway does; one that had been written after all is a conflict.
 */
export const writeEndlessly = async (
  store: Store,
  life: string,
  acknowledge: (id: string) => void,
  isOver: () => boolean = () => false,
): Promise<void> => {
  const write = async (code: string): Promise<void> => {
    for (let version = 1; !isOver(); version += 1) {
      const id = `${code}-${String(version)}`;
      if (await tryUntilWritten(store, id, code, version, isOver)) acknowledge(id);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(`${life}-${String(writer)}`)));
};

const tryUntilWritten = async (
  store: Store,
  id: string,
  code: string,
  version: number,
  isOver: () => boolean,
): Promise<boolean> => {
  for (let refused = false; !isOver(); refused = true) {
    try {
      await store.commit([surveyChange({ id }), dossierChange({ code, version })]);
      return true;
    } catch (error) {
      if (refused && isDomainError(error, 'store.conflict')) return true;
      if (!isDomainError(error, 'store.unavailable')) throw error;
    }
  }
  return false;
};
