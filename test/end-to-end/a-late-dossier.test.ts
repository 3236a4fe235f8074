import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sign } from '../../bot/channels/hotline/signature.js';
import { addDays, dayOf, formatDay } from '../../data/calendar/day.js';
import { directLine, message } from '../support/direct-line-caller.js';
import { motcua } from '../support/motcua.js';
import { dueDateRules } from '../support/office-due-dates.js';
import { startTestOffice } from '../support/running-office.js';
import type { TestOffice } from '../support/running-office.js';

const SLOW = 120_000;
const SECRET = 'sixteen-or-more-characters';
const CODE = '000.00.12.H56-261101-0001';
const REASON = 'Chờ ý kiến của cơ quan phối hợp.';

/** The server's clock is the real one: the dossier was promised for five days ago. */
const today = dayOf(new Date());
const promised = addDays(today, -5);
const newDate = dueDateRules().calendar.nextWorkingDay(today);

const Work = z.array(
  z.looseObject({
    kind: z.string(),
    code: z.string(),
    dueDate: z.string(),
    asked: z.looseObject({ times: z.number(), missed: z.string() }).nullable(),
  }),
);

describe('a dossier that is late', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startTestOffice({ DOSSIER_PUSH_SECRET: SECRET });
  }, SLOW);
  afterAll(() => office.close());

  const push = async (): Promise<number> => {
    const body = JSON.stringify({
      code: CODE,
      procedureCode: '1.014199',
      procedureName: 'Cấp giấy phép lao động',
      status: 4,
      receivedAt: `${addDays(today, -30)}T09:30:00+07:00`,
      dueDate: promised,
      unit: 'Phòng Việc làm',
      phone: '0912345678',
    });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const response = await fetch(`${office.url}/api/dossiers/${CODE}`, {
      method: 'PUT',
      body,
      headers: {
        'Content-Type': 'application/json',
        'X-Motcua-Timestamp': timestamp,
        'X-Motcua-Signature': sign(SECRET, timestamp, Buffer.from(body)),
      },
    });
    return response.status;
  };

  /** What the bot says to each of these lines, in a conversation of its own. */
  const heard = async (...lines: string[]): Promise<string> => {
    const client = directLine(`${office.url}/v3/directline`);
    const opened = await client.open();
    for (const line of lines) expect((await client.post(opened, message(line))).ok).toBe(true);
    const { activities } = await client.poll(opened);
    return activities
      .filter(({ from }) => from.role === 'bot')
      .map(({ text = '' }) => text)
      .join('\n');
  };

  /** A clerk at the same machine: the command reaches the running server through its socket. */
  const clerk = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await motcua(args, { env: { DATA_DIR: office.folder } });
    expect([code, err]).toEqual([0, '']);
    return out.toString();
  };
  const work = async () =>
    Work.parse(
      (await clerk('today', '--json'))
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    );

  it(
    'is apologised for: at once to who asks, by staff with reason and new day, and then so in the chat',
    async () => {
      expect(await push()).toBe(201);

      const before = await heard(CODE, '5678', 'Hỏi vì sao');
      const apology = before.indexOf(`Hồ sơ đã quá ngày hẹn ${formatDay(promised)}. Chúng tôi xin lỗi`);
      expect(apology).toBeGreaterThan(0);
      expect(apology).toBeLessThan(before.indexOf('Phòng Việc làm'));
      expect(before).toContain('Chúng tôi đã báo bộ phận phụ trách');
      expect(before).toMatch(/PA-\w{4}-\w{4}/);
      expect(await work()).toMatchObject([
        { kind: 'overdue', code: CODE, dueDate: promised, asked: { times: 1, missed: promised } },
      ]);
      expect(await clerk('today')).toContain('NGƯỜI NỘP ĐÃ HỎI 1 lần');

      const letter = join(office.folder, 'thu.html');
      const given = ['--reason', REASON, '--new-date', formatDay(newDate), '--out', letter];
      const { code } = await motcua(['apologise', CODE, ...given], { env: { DATA_DIR: office.folder } });
      expect(code).toBe(0);

      const after = await heard(CODE, '5678');
      expect(after).toContain(
        `Chúng tôi xin lỗi anh/chị: hồ sơ không xong đúng hẹn ${formatDay(promised)}. Lý do: ${REASON} Ngày hẹn mới: ${formatDay(newDate)}.`,
      );
      expect(after).not.toContain('Chúng tôi đã báo bộ phận phụ trách');
      expect(await work()).toMatchObject([{ kind: 'dueNext', code: CODE, dueDate: newDate, asked: null }]);
    },
    SLOW,
  );

  it(
    'keeps its apology when the other system sends it again, and over a restart',
    async () => {
      expect(await push()).toBe(200);
      await office.restart();
      expect(await heard(CODE, '5678')).toContain(`Ngày hẹn mới: ${formatDay(newDate)}.`);
    },
    SLOW,
  );
});
