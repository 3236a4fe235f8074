import { describe, expect, it } from 'vitest';
import { erasureChange } from '../data/storage/records.js';
import { startConversation, textOf, titlesOf } from '../support/conversation.js';
import type { Store } from '../../data/store.js';
import type { SurveyResponse } from '../../data/surveys/survey-response.js';

const allSurveys = async (store: Store): Promise<SurveyResponse[]> => {
  const found: SurveyResponse[] = [];
  for await (const one of store.surveys.stream({ from: '2020-01-01', to: '2030-01-01' })) found.push(one);
  return found;
};

const CODE = '000.00.12.H62-201105-0004';

describe('the satisfaction survey', () => {
  it('keeps the five factors, the comment and the dossier', async () => {
    const citizen = startConversation();
    await citizen.sayAll(
      'Đánh giá phục vụ',
      '5',
      '4 – Hài lòng',
      'rất hài lòng',
      '3',
      'Bỏ qua',
      'Nhanh, lịch sự.',
      CODE,
    );
    expect(await allSurveys(citizen.store)).toMatchObject([
      {
        scores: { access: 5, procedure: 4, staff: 5, result: 3, feedbackHandling: null },
        overall: null,
        comment: 'Nhanh, lịch sự.',
        dossierCode: CODE,
        phase: 'result',
      },
    ]);
    expect(citizen.failures).toEqual([]);
  });

  it('counts one reply for a dossier and says so to the second, be the first erased since', async () => {
    const citizen = startConversation();
    const answers = ['Đánh giá phục vụ', '5', '5', '5', '5', '5', 'Bỏ qua', CODE];
    await citizen.sayAll(...answers);
    expect(textOf(await citizen.sayAll(...answers))).toContain('đã có đánh giá rồi');
    const [only, ...others] = await allSurveys(citizen.store);
    expect(others).toEqual([]);
    await citizen.store.commit([erasureChange('survey', only?.id ?? '', 1)]);
    expect(textOf(await citizen.sayAll(...answers))).toContain('đã có đánh giá rồi');
    expect(await allSurveys(citizen.store)).toEqual([]);
    expect(citizen.failures).toEqual([]);
  });

  it('offers a dissatisfied citizen to file feedback with what is known already', async () => {
    const citizen = startConversation();
    const offer = await citizen.sayAll('Đánh giá phục vụ', '5', '5', '1', '5', '5', 'Cán bộ cáu gắt', CODE);
    expect(textOf(offer)).toContain('chưa hài lòng');
    const kind = await citizen.say('Có');
    expect(titlesOf(kind)).toContain('Thái độ phục vụ');
    await citizen.sayAll('Thái độ phục vụ', 'không', 'Gửi');
    expect(await allSurveys(citizen.store)).toHaveLength(1);
    for await (const filed of citizen.store.feedback.stream({ from: '2020-01-01', to: '2030-01-01' }))
      expect(filed).toMatchObject({ text: 'Cán bộ cáu gắt', dossierCode: CODE, kind: 'attitude' });
  });

  it('asks again when the score is none', async () => {
    const citizen = startConversation();
    expect(textOf(await citizen.sayAll('Đánh giá phục vụ', '7'))).toContain('chọn một câu trả lời');
  });
});
