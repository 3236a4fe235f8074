import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../data/load-dataset.js';
import { loadKnowledge } from '../../../data/load-understanding.js';
import { createUnderstand } from '../../../data/understanding/understand.js';
import { readQuestions } from '../../questions/question-set.js';

const understand = createUnderstand(loadCatalogue(), loadKnowledge());
const ask = (question: string, procedureCode: string | null = null) =>
  understand(question, { procedureCode });
const first = (question: string, context: string | null = null): string | undefined =>
  ask(question, context).candidates[0]?.code;

describe('understanding a question', () => {
  it('answers a bare procedure code, however its dot is written', () => {
    expect(first('1.014199')).toBe('1.014199');
    expect(first('thủ tục 1,014199 cần gì')).toBe('1.014199');
    expect(ask('9.999999').outcome).toBe('none');
  });

  it('says what pointed to the procedure', () => {
    const [candidate] = ask('gia hạn giấy phép lao động').candidates;
    expect(candidate?.code).toBe('1.014201');
    expect(candidate?.reasons.length).toBeGreaterThan(1);
  });

  it('prefers the code in force to the one it replaced', () => {
    expect(first('cấp giấy phép hoạt động cai nghiện ma túy tự nguyện')).toBe('3.000521');
    expect(first('mai táng phí dân công hỏa tuyến')).toBe('1.014359');
  });

  it('names what about the procedure is asked', () => {
    expect(ask('gia hạn giấy phép lao động mất bao lâu').aspect).toBe('time');
    expect(ask('gia hạn giấy phép lao động cần giấy tờ gì').aspect).toBe('documents');
    expect(ask('gia hạn giấy phép lao động nộp ở đâu').aspect).toBe('where');
  });

  it('refers a question to the authority it belongs to', () => {
    const { outcome, referral, candidates } = ask('đăng ký khai sinh cho con mới đẻ');
    expect(outcome).toBe('none');
    expect(candidates).toEqual([]);
    expect(referral?.id).toBe('civil-status');
  });

  it.each([
    ['xin giấy phép lao động cho chuyên gia Hàn Quốc', '1.014199'],
    ['xin gplđ cho kỹ sư hàn quốc trước thứ sáu', '1.014199'],
    ['gia hạn giấy phép lao động cho chuyên gia Hàn Quốc', '1.014201'],
  ])('reads no "hạn" into the name of a country: "%s"', (question, code) => {
    const { outcome, candidates } = understand(question, { procedureCode: null });
    expect([outcome, candidates[0]?.code]).toEqual(['answer', code]);
  });

  it('knows the next best behind its answer, for whoever meant something else', () => {
    const { outcome, candidates } = ask('gia hạn giấy phép lao động');
    expect(outcome).toBe('answer');
    expect(candidates).toHaveLength(3);
    expect(candidates.map(({ code }) => code)).toEqual(['1.014201', expect.anything(), expect.anything()]);
  });

  it.each(['', '?', '12345', '....', 'asdfgh jkl'])('makes nothing of "%s"', (question) => {
    expect(ask(question)).toMatchObject({ intent: 'unknown', outcome: 'none', candidates: [] });
  });

  it.each(['trợ cấp', 'thương binh', 'liệt sĩ', 'trẻ em', 'tiền', 'gia hạn', 'giấy phép', 'người già'])(
    'has several to offer for "%s", which could be many things',
    (question) => {
      const { outcome, candidates } = ask(question);
      expect(outcome).toBe('choices');
      expect(candidates.length).toBeGreaterThanOrEqual(2);
    },
  );

  it.each(['giấy tờ', 'đơn xin', 'bố tôi', 'cho em hỏi với', 'papers'])(
    'does not guess what "%s" is about',
    (question) => {
      expect(ask(question)).toMatchObject({ outcome: 'none', candidates: [] });
    },
  );

  it('takes a complaint that names a procedure for a complaint', () => {
    expect(ask('cán bộ làm hồ sơ khuyết tật hách dịch')).toMatchObject({
      intent: 'feedback',
      outcome: 'none',
    });
    expect(ask('hồ sơ khuyết tật của tôi tới đâu rồi')).toMatchObject({ intent: 'dossier', outcome: 'none' });
  });

  it('hands on the codes it finds', () => {
    expect(ask('h26.103.25.7-250908-0112 tới đâu')).toMatchObject({
      intent: 'dossier',
      dossierCode: 'H26.103.25.7-250908-0112',
    });
  });

  it('reads on in a conversation, and notices when it turns to something else', () => {
    expect(first('mất bao lâu', '1.014199')).toBe('1.014199');
    expect(first('thế gia hạn thì sao', '1.014199')).toBe('1.014201');
    expect(first('bố tôi là thương binh mất thì làm gì', '1.014199')).toBe('1.010824');
    expect(ask('khai sinh cho con ở đâu', '1.014199').outcome).toBe('none');
  });

  it('offers both procedures when a question holds two', () => {
    const { outcome, candidates } = ask('em muốn làm thất nghiệp và làm giấy khuyết tật cho mẹ');
    expect(outcome).toBe('choices');
    expect(candidates.map(({ code }) => code).sort()).toEqual(['1.001699', '1.014748']);
  });

  it('offers the procedures of an event that can mean several', () => {
    const { outcome, candidates } = ask('mai táng phí');
    expect(outcome).toBe('choices');
    expect(candidates.length).toBeGreaterThan(2);
  });

  it('cuts a pasted letter to what it asks', () => {
    const story = 'Gia đình tôi ở xóm 5 đã ba đời, ruộng vườn ít, mưa nắng thất thường. '.repeat(12);
    expect(first(`Kính gửi quý cơ quan. ${story}Nay tôi muốn hỏi thủ tục gia hạn giấy phép lao động?`)).toBe(
      '1.014201',
    );
  });

  it('forgives marks: questions nobody learned from find as good as the same without any', () => {
    const questions = [...readQuestions('report'), ...readQuestions('blind')].filter(
      ({ accepted, context }) => accepted?.length === 1 && context === null,
    );
    const bare = (text: string): string =>
      text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
    const right = questions.filter(({ text, accepted }) => accepted?.includes(first(bare(text)) ?? ''));
    expect(right.length / questions.length).toBeGreaterThan(0.93);
  });
});
