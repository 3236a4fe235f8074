import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../../data/load-dataset.js';
import { aliasChange, correctionChange } from '../../../support/office-edition.js';
import type { Contract } from '../store-contract.js';

export const describeEdition = ({ store, restart, turnTo }: Contract): void => {
  describe('the office’s edition', () => {
    const numbers = async () =>
      (await store().edition.corrections()).map(({ code, number }) => `${code}/${String(number)}`);

    it('is empty at first', async () => {
      expect(await store().edition.corrections()).toEqual([]);
      expect(await store().edition.aliases()).toEqual([]);
    });

    it('keeps each version of each procedure whole, oldest first, across months and restarts', async () => {
      const first = correctionChange();
      const after = new Date(Date.parse(first.record.recordedAt) + 1).toISOString();
      await store().commit([first, correctionChange({ code: '1.014198', recordedAt: after })]);
      turnTo('2026-12-20T03:00:00.000Z');
      await restart();
      await store().commit([correctionChange({ number: 2, recordedAt: '2026-12-20T03:00:00.000Z' })]);
      await restart();
      expect(await numbers()).toEqual(['1.014199/1', '1.014198/1', '1.014199/2']);
      expect((await store().edition.corrections())[0]).toEqual(first.record);
      expect(first.record.record).toEqual(loadCatalogue().find('1.014199'));
    });

    it('refuses a version that somebody else has recorded, in any later month', async () => {
      await store().commit([correctionChange()]);
      const again = () => store().commit([correctionChange({ reason: 'cùng lúc' })]);
      await expect(again()).rejects.toMatchObject({ code: 'store.conflict' });
      turnTo('2027-01-20T03:00:00.000Z');
      await restart();
      await expect(again()).rejects.toMatchObject({ code: 'store.conflict' });
      expect(await store().edition.corrections()).toMatchObject([{ reason: 'theo công văn 12' }]);
    });

    it('lets one of many through that record the same version at once', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 5 }, () => store().commit([correctionChange()])),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await numbers()).toEqual(['1.014199/1']);
    });

    it('refuses a record under the code of another', async () => {
      const { record } = correctionChange();
      const wrong = { kind: 'correction', record: { ...record, code: '1.014198' } } as const;
      await expect(store().commit([wrong])).rejects.toThrow();
      expect(await numbers()).toEqual([]);
    });

    it('keeps the latest version of each alias and refuses one that does not continue it', async () => {
      await store().commit([aliasChange(), aliasChange({ alias: 'sổ tử tuất' })]);
      turnTo('2026-12-20T03:00:00.000Z');
      await restart();
      await expect(store().commit([aliasChange()])).rejects.toMatchObject({ code: 'store.conflict' });
      await store().commit([aliasChange({ version: 2, code: null })]);
      await restart();
      const aliases = await store().edition.aliases();
      expect(aliases.map(({ alias, code }) => [alias, code]).sort()).toEqual([
        ['giấy cho Tây', null],
        ['sổ tử tuất', '1.014199'],
      ]);
    });
  });
};
