import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../data/clock.js';
import type { Store } from '../../../data/store.js';
import { describeAnswers } from './contract/answers.js';
import { describeCommits } from './contract/commits.js';
import { describeConversations } from './contract/conversations.js';
import { describeEdition } from './contract/edition.js';
import { describeErasures } from './contract/erasures.js';
import { describeHardCases } from './contract/hard-cases.js';
import { describeLists } from './contract/lists.js';
import { describeMoving } from './contract/moving.js';
import { describeQuestions } from './contract/questions.js';
import { surveyChange } from './records.js';

/** A store the contract can close and open again. */
export interface StoreUnderTest {
  store(): Store;
  /** Closes and opens again what is kept. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

export type OpenStore = (clock: Clock) => Promise<StoreUnderTest>;

/** What the parts of the contract work with. */
export interface Contract {
  store: () => Store;
  restart: () => Promise<void>;
  /** Sets the store's clock. */
  turnTo: (moment: string) => void;
}

/** What every implementation of the port promises. */
export const describeStore = (name: string, openStore: OpenStore): void => {
  describe(name, () => {
    let now = new Date('2026-11-05T03:00:00.000Z');
    let opened: StoreUnderTest;
    const store = () => opened.store();
    const contract: Contract = {
      store,
      restart: () => opened.restart(),
      turnTo: (moment) => (now = new Date(moment)),
    };

    beforeEach(async () => {
      now = new Date('2026-11-05T03:00:00.000Z');
      opened = await openStore({ now: () => now });
    });
    afterEach(() => opened.remove());

    describeCommits(contract);
    describeLists(contract);
    describeConversations(contract);
    describeEdition(contract);
    describeQuestions(contract);
    describeAnswers(contract);
    describeErasures(contract);
    describeMoving(contract);
    describeHardCases(contract);

    it('reports that it is ready', async () => {
      expect(await store().health()).toEqual({ ready: true });
    });

    it('takes nothing more once it is closed', async () => {
      await store().close();
      await expect(store().commit([surveyChange()])).rejects.toMatchObject({ code: 'store.unavailable' });
      await opened.restart();
      expect(await store().surveys.find('survey-1')).toBeNull();
    });
  });
};
