import { beforeAll, describe, expect, it } from 'vitest';
import { isDomainError } from '../../../data/domain-error.js';
import { FeedbackState } from '../../../data/feedback/feedback.js';
import type { Feedback } from '../../../data/feedback/feedback.js';
import { fileFeedback } from '../../../data/feedback/file-feedback.js';
import {
  addInformation,
  answerFeedback,
  canDo,
  closeFeedback,
  giveContact,
  reopenFeedback,
  startWork,
} from '../../../data/feedback/transitions.js';
import type { FeedbackAction } from '../../../data/feedback/transitions.js';
import { systemRandomness } from '../../../data/randomness.js';

const at = new Date('2026-11-23T02:00:00.000Z');
let filed: Feedback;

beforeAll(async () => {
  const clock = { now: () => new Date('2026-11-22T02:00:00.000Z') };
  ({ feedback: filed } = await fileFeedback(
    {
      kind: 'delay',
      text: 'Trễ hẹn',
      dossierCode: null,
      procedureCode: null,
      channel: 'sms',
      locale: 'vi',
      contact: null,
      thread: '+84912345678',
      recordedBy: null,
    },
    { clock, random: systemRandomness },
  ));
});

const actions: Record<FeedbackAction, (feedback: Feedback) => Feedback> = {
  start: (feedback) => startWork(feedback, { at }),
  answer: (feedback) => answerFeedback(feedback, { text: 'Đã trả kết quả.', at }),
  inform: (feedback) => addInformation(feedback, { text: 'Tôi gửi thêm mã hồ sơ.', at }),
  reopen: (feedback) => reopenFeedback(feedback, { text: 'Vẫn chưa có.', at }),
  close: (feedback) => closeFeedback(feedback, { text: 'Trùng với phản ánh khác.', at }),
};

describe('the life of a feedback', () => {
  it('goes from received over work, answer, objection and second answer to its close', () => {
    const life = (['start', 'inform', 'answer', 'reopen', 'answer', 'close'] as const).reduce(
      (feedback, action) => actions[action](feedback),
      filed,
    );
    expect(life.version).toBe(7);
    expect(life.history.map(({ by, state, text }) => [by, state, text])).toEqual([
      ['citizen', 'received', null],
      ['office', 'inProgress', null],
      ['citizen', 'inProgress', 'Tôi gửi thêm mã hồ sơ.'],
      ['office', 'answered', 'Đã trả kết quả.'],
      ['citizen', 'reopened', 'Vẫn chưa có.'],
      ['office', 'answered', 'Đã trả kết quả.'],
      ['office', 'closed', 'Trùng với phản ánh khác.'],
    ]);
    expect(life.history.at(-1)?.at).toBe(at.toISOString());
  });

  it.each(FeedbackState.options)('does from "%s" exactly what canDo says', (state) => {
    for (const [action, perform] of Object.entries(actions)) {
      const feedback = { ...filed, state };
      if (canDo(feedback, action as FeedbackAction))
        expect(perform(feedback).version, action).toBe(feedback.version + 1);
      else
        expect(() => perform(feedback), action).toThrow(
          expect.objectContaining({ code: 'feedback.transition' }) as Error,
        );
    }
  });

  it('is closed without an answer only with a reason', () => {
    let thrown: unknown;
    try {
      closeFeedback(filed, { text: null, at });
    } catch (error) {
      thrown = error;
    }
    expect(isDomainError(thrown, 'feedback.transition')).toBe(true);
    expect(closeFeedback({ ...filed, state: 'answered' }, { text: null, at }).state).toBe('closed');
  });

  it('takes a hundred messages of a citizen and no more, while the office can still act', () => {
    let feedback = filed;
    while (canDo(feedback, 'inform')) feedback = addInformation(feedback, { text: 'thêm', at });
    expect(feedback.history).toHaveLength(100);
    expect(() => addInformation(feedback, { text: 'thêm', at })).toThrow();
    expect(canDo(feedback, 'answer')).toBe(true);
  });

  it('keeps a contact with the moment of consent, without an event of its own', () => {
    const reachable = giveContact(filed, { name: null, reach: '+84912345678' }, at);
    expect(reachable).toMatchObject({
      version: 2,
      contact: { reach: '+84912345678', consentAt: at.toISOString() },
      history: filed.history,
    });
  });
});
