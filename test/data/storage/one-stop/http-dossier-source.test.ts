import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceMapping } from '../../../../data/dossiers/received/source-mapping.js';
import { loadCatalogue } from '../../../../data/load-dataset.js';
import { systemRandomness } from '../../../../data/randomness.js';
import { createCircuitBreaker } from '../../../../data/storage/one-stop/circuit-breaker.js';
import { createHttpDossierSource } from '../../../../data/storage/one-stop/http-dossier-source.js';
import type { SourceTrouble } from '../../../../data/storage/one-stop/http-dossier-source.js';
import { createStoppedClock, startConversation, textOf } from '../../../support/conversation.js';
import { neverAnswers, says, startOneStop, trickles, well } from '../../../support/one-stop-stand-in.js';
import { seeded } from '../../../support/seeded.js';

const CODE = '000.00.12.H56-261105-0001';
const dossier = {
  maHoSo: CODE,
  maTTHC: '1.014199',
  trangThai: 'DANG_GIAI_QUYET',
  ngayTiepNhan: '05/11/2026 09:30',
  ngayHenTra: '2026-11-25',
  donVi: 'Phòng Việc làm',
  nguoiNop: { dienThoai: '0912345678' },
};
const answer = { data: { items: [dossier] } };
const catalogue = loadCatalogue();

describe('asking the one-stop software', () => {
  let oneStop: Awaited<ReturnType<typeof startOneStop>>;
  let clock: ReturnType<typeof createStoppedClock>;
  let troubles: SourceTrouble[];
  let pauses: number[];
  beforeEach(async () => {
    oneStop = await startOneStop(answer);
    clock = createStoppedClock();
    troubles = [];
    pauses = [];
  });
  afterEach(() => oneStop.stop());

  const source = (changes: object = {}) =>
    createHttpDossierSource({
      mapping: SourceMapping.parse({
        name: 'Phần mềm Một cửa tỉnh Mẫu',
        url: `${oneStop.url}/api/hoso?ma={code}`,
        headers: { Authorization: 'Bearer {token}' },
        at: 'data.items.0',
        fields: {
          code: 'maHoSo',
          procedureCode: 'maTTHC',
          status: 'trangThai',
          receivedAt: 'ngayTiepNhan',
          dueDate: 'ngayHenTra',
          unit: 'donVi',
          phone: 'nguoiNop.dienThoai',
        },
        statuses: { DANG_GIAI_QUYET: 4 },
        timeoutMs: 200,
        attempts: 2,
        ...changes,
      }),
      token: 'a token',
      catalogue,
      clock,
      random: { ...systemRandomness, below: seeded(1) },
      breaker: createCircuitBreaker({ clock, failures: 3, pauseMs: 60_000 }),
      onTrouble: (trouble) => troubles.push(trouble),
      pause: (milliseconds) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
    });

  it('reads its answer by the mapping, and keeps only the end of the phone number', async () => {
    expect(await source().find(CODE)).toMatchObject({
      outcome: 'found',
      source: 'Phần mềm Một cửa tỉnh Mẫu',
      draft: {
        code: CODE,
        procedureName: catalogue.find('1.014199')?.name,
        status: 'processing',
        receivedAt: '2026-11-05T02:30:00.000Z',
        dueDate: '2026-11-25',
        phoneLast4: '5678',
      },
    });
    expect(oneStop.asked[0]?.url).toBe(`/api/hoso?ma=${encodeURIComponent(CODE)}`);
    expect(oneStop.asked[0]?.headers.authorization).toBe('Bearer a token');
  });

  it.each([
    ['404', says(404)],
    ['an empty list', well({ data: { items: [] } })],
    ['null', well({ data: null })],
  ])('takes %s for "no such dossier", which is no trouble', async (_, behaviour) => {
    oneStop.does(behaviour);
    expect(await source().find(CODE)).toEqual({ outcome: 'notFound' });
    expect(troubles).toEqual([]);
  });

  it.each([
    ['does not answer', neverAnswers],
    ['begins to answer and stops', trickles],
  ])('gives up when it %s, after a second try', async (_, behaviour) => {
    oneStop.does(behaviour);
    expect(await source().find(CODE)).toEqual({ outcome: 'unavailable' });
    expect(troubles).toEqual([{ kind: 'slow' }, { kind: 'slow' }]);
    expect(pauses).toHaveLength(1);
  });

  it('asks again when it was busy, each time after a longer pause', async () => {
    oneStop.does(says(503));
    const asking = source({ attempts: 4 }).find(CODE);
    expect(await asking).toEqual({ outcome: 'unavailable' });
    expect(oneStop.asked).toHaveLength(4);
    expect(pauses.map((pause) => Math.floor(pause / 200))).toEqual([1, 2, 4]);
  });

  it.each([
    ['refuses us', says(403), { kind: 'status', status: 403 }],
    ['sends a page instead of data', says(200, '<html>'), { kind: 'notJson' }],
    ['sends no end of data', says(200, `"${'x'.repeat(1_000_001)}"`), { kind: 'tooLong' }],
    ['leaves out what is needed', well({ data: { items: [{ maHoSo: CODE }] } }), { kind: 'unreadable' }],
    [
      'knows a state we do not',
      well({ data: { items: [{ ...dossier, trangThai: 'LA' }] } }),
      { kind: 'unreadable' },
    ],
    [
      'answers about another dossier',
      well({ data: { items: [{ ...dossier, maHoSo: '000.00.12.H56-261105-0002' }] } }),
      { kind: 'unreadable' },
    ],
  ])('is not fooled when it %s, and does not insist', async (_, behaviour, trouble) => {
    oneStop.does(behaviour);
    expect(await source().find(CODE)).toEqual({ outcome: 'unavailable' });
    expect(troubles).toEqual([trouble]);
    expect(oneStop.asked).toHaveLength(1);
  });

  it('follows no redirection to somewhere else', async () => {
    oneStop.does((_, response) => {
      response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end();
    });
    expect(await source({ attempts: 1 }).find(CODE)).toEqual({ outcome: 'unavailable' });
  });

  it('leaves it alone once it is down, and finds it when it is back', async () => {
    const asking = source({ attempts: 1 });
    await oneStop.stop();
    for (let tries = 0; tries < 5; tries += 1)
      expect(await asking.find(CODE)).toEqual({ outcome: 'unavailable' });
    expect(troubles).toHaveLength(3);
    await oneStop.comesBack();
    expect(await asking.find(CODE)).toEqual({ outcome: 'unavailable' });
    expect(oneStop.asked).toHaveLength(0);
    clock.moveTo('2026-11-20T02:01:00.000Z');
    expect((await asking.find(CODE)).outcome).toBe('found');
    expect((await asking.find(CODE)).outcome).toBe('found');
  });

  describe('for a citizen', () => {
    it('shows what it says now and keeps it; the check still stands before it', async () => {
      const citizen = startConversation({ source: source(), clock });
      expect(textOf(await citizen.sayAll(CODE, '0000'))).toContain('Không tìm thấy');
      expect(await citizen.store.dossiers.find(CODE)).toBeNull();
      const text = textOf(await citizen.sayAll(CODE, '5678'));
      expect(text).toContain('Đang giải quyết');
      expect(text).toContain('Nguồn: Phần mềm Một cửa tỉnh Mẫu');
      expect(await citizen.store.dossiers.find(CODE)).toMatchObject({ version: 1, status: 'processing' });
    });

    it('shows the last good answer with its age while it is down, and the new one when it is back', async () => {
      const citizen = startConversation({ source: source({ attempts: 1 }), clock });
      await citizen.sayAll(CODE, '5678');
      await oneStop.stop();
      clock.moveTo('2026-11-20T05:10:00.000Z');
      const old = textOf(await citizen.sayAll(CODE, '5678'));
      expect(old).toContain('đang không trả lời. Đây là thông tin cách đây 3 giờ');
      expect(old).toContain('Tình trạng lúc 09:00 20/11/2026');
      await oneStop.comesBack();
      const fresh = textOf(await citizen.sayAll(CODE, '5678'));
      expect(fresh).not.toContain('không trả lời');
      expect(fresh).toContain('Tình trạng lúc 12:10 20/11/2026');
      expect(await citizen.store.dossiers.find(CODE)).toMatchObject({ version: 1 });
    });

    it('says that it is down when nothing is known yet', async () => {
      oneStop.does(says(500));
      const citizen = startConversation({ source: source(), clock });
      expect(textOf(await citizen.sayAll(CODE, '5678'))).toContain('tạm ngừng');
    });
  });
});
