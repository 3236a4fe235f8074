import { describe, expect, it } from 'vitest';
import { needsOf } from '../../data/answers/preparation/preparation.js';
import { readPreparation } from '../../data/answers/preparation/preparation-code.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { readPapers } from '../../dialogs/preparation/read-papers.js';
import { answered, startConversation, textOf, titlesOf } from '../support/conversation.js';

const catalogue = loadCatalogue();
const PERMIT = '1.014199';
const ASK = 'Tôi còn thiếu giấy gì?';
const PUBLIC = 'https://motcua.tinhmau.gov.vn';

type Citizen = ReturnType<typeof startConversation>;
type Heard = Awaited<ReturnType<Citizen['say']>>;

/** Answered about the permit of a manager; asked for the papers. */
const begin = async (setting: Parameters<typeof startConversation>[0] = {}) => {
  const citizen = startConversation({ publicUrl: PUBLIC, ...setting });
  const answer = await answered(citizen, PERMIT);
  return {
    citizen,
    answer,
    asked: await citizen.say(setting.locale === 'en' ? 'What do I still need?' : ASK),
  };
};
const ticked = (heard: Heard): number => titlesOf(heard).filter((title) => title.startsWith('☑')).length;
const sectionOf = (heard: Heard, id: string): string[] =>
  heard
    .at(-1)
    ?.card?.sections.find((section) => section.id === id)
    ?.lines.map(({ text }) => text) ?? [];
const listIn = (heard: Heard) => {
  const code = /chuan-bi\/([0-9A-Z-]+)/.exec(heard.at(-1)?.card?.links[0]?.url ?? '')?.[1] ?? '';
  const read = readPreparation(code, catalogue);
  if (read.outcome !== 'read') throw new Error(`the link is ${read.outcome}`);
  return read.preparation;
};

describe('preparing the papers', () => {
  it('is offered after the answer and asks with the papers of the case to tap', async () => {
    const { answer, asked } = await begin();
    expect(titlesOf(answer)).toContain(ASK);
    expect(textOf(asked)).toContain('Anh/chị đã có những giấy nào?');
    const papers = answer.at(-1)?.card?.facts.find(({ label }) => label === 'Giấy tờ')?.value;
    expect(`${String(titlesOf(asked).length - 1)} loại`).toBe(papers);
    expect(titlesOf(asked).at(-1)).toBe('Xong');
    expect(titlesOf(asked).every((title) => title === 'Xong' || title.startsWith('☐ '))).toBe(true);
  });

  it('ticks and takes off again with a tap, then lists what is missing and what is there', async () => {
    const { citizen, asked } = await begin();
    const value = asked.at(-1)?.suggestions[2]?.value ?? '';
    expect(ticked(await citizen.say(value))).toBe(1);
    expect(ticked(await citizen.say('1'))).toBe(2);
    expect(textOf(await citizen.say(value))).toContain('Đã có 1 trong 6 loại');
    const list = await citizen.say('Xong');
    expect(list.at(-1)?.card?.facts).toEqual([{ label: 'Còn thiếu', value: '5 trong 6 loại' }]);
    expect(sectionOf(list, 'met')).toHaveLength(1);
    expect(textOf(list)).toMatch(/1 bản chính/);
    expect(textOf(list)).toContain('Không cần nếu:');
    expect(textOf(list)).toContain('Mẫu số 03');
    expect(listIn(list)).toMatchObject({ have: [0], day: '2026-11-20', procedure: { code: PERMIT } });
    expect(citizen.failures).toEqual([]);
  });

  it('takes back the last tap with "quay lại"', async () => {
    const { citizen } = await begin();
    await citizen.sayAll('1', '2');
    expect(ticked(await citizen.say('quay lại'))).toBe(1);
  });

  it('understands papers said in words, and asks again rather than guess', async () => {
    const { citizen } = await begin();
    expect(ticked(await citizen.say('có hộ chiếu với ảnh rồi'))).toBe(2);
    expect(ticked(await citizen.say('tôi có hộ chiếu rồi'))).toBe(2);
    const unclear = await citizen.say('cái giấy hôm trước chị kia đưa');
    expect(textOf(unclear)).toContain('Tôi chưa rõ đó là giấy nào');
    expect(ticked(unclear)).toBe(2);
  });

  it('counts alternatives as one paper', async () => {
    const { citizen, asked } = await begin();
    const either = titlesOf(asked).length - 2;
    const list = await citizen.sayAll(String(either + 1), 'xong');
    expect(sectionOf(list, 'met').length).toBeGreaterThan(1);
    expect(list.at(-1)?.card?.facts[0]?.value).toBe('5 trong 6 loại');
  });

  it.each([
    ['đủ rồi', 'không thiếu gì, đủ 6 loại', 0],
    ['chưa có gì', '6 trong 6 loại', 6],
  ])('takes "%s" as the whole answer', async (said, left, missing) => {
    const { citizen } = await begin();
    const list = await citizen.say(said);
    expect(list.at(-1)?.card?.facts[0]?.value).toBe(left);
    expect(listIn(list).have).toHaveLength(6 - missing);
  });

  it('takes a list of numbers by SMS as the whole answer and says the link in one line', async () => {
    const { citizen, asked } = await begin({ channel: 'sms', from: '0912345678' });
    expect(textOf(asked)).toContain('Gõ số của các giấy đã có');
    expect(titlesOf(asked).join()).not.toMatch(/[☐☑]|Xong/);
    const list = await citizen.say('1, 3 va 4');
    expect(listIn(list).have).toEqual([0, 2, 3]);
    expect(list.at(-1)?.card?.brief).toMatch(
      /Còn thiếu: 3 trong 6 loại\. https:\/\/motcua\.tinhmau\.gov\.vn\/chuan-bi\/[0-9A-Z-]+$/,
    );
    expect(list.at(-1)?.card?.brief.length).toBeLessThan(160);
  });

  it('asks about the case first when it is not known yet', async () => {
    const citizen = startConversation();
    await answered(citizen, 'giấy phép lao động cho người nước ngoài mất bao lâu?');
    const asked = await citizen.say('toi con thieu giay gi');
    expect(textOf(asked)).not.toContain('Anh/chị đã có những giấy nào?');
    let heard = asked;
    while (!titlesOf(heard).includes('Xong')) heard = await citizen.say('1');
    const { answers } = listIn(await citizen.say('Xong'));
    expect(Object.keys(answers).length).toBeGreaterThan(1);
  });

  it('asks for the procedure when none was spoken of', async () => {
    expect(textOf(await startConversation().say(ASK))).toContain('Anh/chị cần làm thủ tục gì?');
  });

  it('says so when the papers are not known, instead of an empty list', async () => {
    const unknown = catalogue.all.find(({ documents }) => documents === null)?.code ?? '';
    const citizen = startConversation();
    expect(titlesOf(await answered(citizen, unknown))).not.toContain(ASK);
    const reply = await citizen.say(ASK);
    expect(textOf(reply)).toContain('Chúng tôi chưa rõ thủ tục này cần những giấy tờ gì');
    expect(reply.at(-1)?.card).toBeNull();
  });

  it('says so when the procedure is paused, by the record or by the office', async () => {
    const byRecord = startConversation();
    await answered(byRecord, '1.000479');
    expect(textOf(await byRecord.say(ASK))).toContain('Hiện chưa nộp được thủ tục này');
    const paused = [{ procedure: PERMIT, reason: 'chờ hướng dẫn mới', until: '2026-12-31' }];
    const { answer, asked } = await begin({ office: { paused } });
    expect(titlesOf(answer)).not.toContain(ASK);
    expect(textOf(asked)).toContain('chờ hướng dẫn mới');
  });

  it('asks and lists in English', async () => {
    const { citizen, asked } = await begin({ locale: 'en' });
    expect(textOf(asked)).toContain('Which papers do you have already?');
    const list = await citizen.say('Done');
    expect(list.at(-1)?.card?.facts[0]?.label).toBe('Still missing');
    expect(list.at(-1)?.card?.links[0]?.url).toMatch(/\?lang=en$/);
  });

  it('leads to its own site where the office has not said its address', async () => {
    const { citizen } = await begin({ publicUrl: null });
    const list = await citizen.say('Xong');
    expect(list.at(-1)?.card?.links[0]?.url).toMatch(/^\/chuan-bi\//);
    expect(`${textOf(list)} ${list.at(-1)?.card?.brief ?? ''}`).not.toContain('/chuan-bi');
  });

  it('holds on to every procedure with known papers, however many there are', async () => {
    const citizen = startConversation();
    const { code } = [...catalogue.all].sort(
      (one, other) => needsOf(other, {}).length - needsOf(one, {}).length,
    )[0] ?? { code: '' };
    let heard = await citizen.say(code);
    while (heard.at(-1)?.expects === 'choice') heard = await citizen.say('Tôi chưa rõ');
    heard = await citizen.say(ASK);
    while (!titlesOf(heard).includes('Xong')) heard = await citizen.say('Tôi chưa rõ');
    expect(listIn(await citizen.say('tất cả')).have).toHaveLength(titlesOf(heard).length - 1);
  });
});

describe('what somebody says of his papers', () => {
  const names = [
    ['Tờ khai đăng ký'],
    ['Căn cước công dân'],
    ['Giấy khám sức khỏe', 'Health certificate'],
    ['Giấy khai sinh'],
  ];
  it.each([
    ['2', { tapped: 1 }],
    ['1 3', { has: [0, 2] }],
    ['1,3 và 4', { has: [0, 2, 3] }],
    ['9', null],
    ['1 9', null],
    ['dạ em có căn cước rồi ạ', { has: [1] }],
    ['có căn cước rồi', { has: [1] }],
    ['can cuoc, giay kham suc khoe', { has: [1, 2] }],
    ['I have the health certificate', { has: [2] }],
    ['giấy', null],
    ['khai', null],
    ['chưa có căn cước', null],
    ['căn cước và sổ đỏ', null],
    ['0', { has: [] }],
    ['chưa có giấy nào', { has: [] }],
    ['đủ cả', { has: [0, 1, 2, 3] }],
    ['Xong.', 'done'],
    ['', null],
  ])('"%s"', (text, expected) => {
    expect(readPapers(text, names)).toEqual(expected);
  });
});
