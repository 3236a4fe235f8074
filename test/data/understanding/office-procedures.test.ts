import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../data/load-dataset.js';
import { loadKnowledge } from '../../../data/load-understanding.js';
import { createCatalogue } from '../../../data/procedures/catalogue.js';
import { createUnderstand } from '../../../data/understanding/understand.js';
import { aProcedure } from '../../support/office-edition.js';

const shipped = loadCatalogue();
const CODE = '9.000001';
const own = aProcedure('1.001776', {
  code: CODE,
  name: 'Hỗ trợ tiền điện cho hộ nuôi tằm',
  title: { vi: 'Hỗ trợ tiền điện cho hộ nuôi tằm', en: 'Electricity support for silkworm farmers' },
  aliases: ['tiền điện nuôi tằm'],
  abbreviations: [],
  situations: [],
});
const understand = createUnderstand(
  createCatalogue(shipped.edition, [...shipped.all, own], shipped.lifeEvents),
  loadKnowledge(),
);
const first = (question: string) => understand(question, { procedureCode: null }).candidates[0]?.code;

describe('a procedure that an office added, of which nothing was learned', () => {
  it.each([
    'tiền điện nuôi tằm',
    'tien dien nuoi tam',
    'xin hỗ trợ tiền điện cho hộ nuôi tằm',
    'nhà tôi nuôi tằm, muốn xin hỗ trợ tiền điện',
    'hồ sơ hỗ trợ tiền điện nuôi tằm gồm gì',
  ])('is found by "%s"', (question) => {
    expect(first(question)).toBe(CODE);
  });

  it.each([
    ['tiền trợ cấp khuyết tật hằng tháng', '1.001776'],
    ['làm trợ cấp thất nghiệp ở đâu', '1.014748'],
    ['mất thẻ thương binh', '1.010814'],
  ])('does not stand in the way of "%s"', (question, code) => {
    expect(first(question)).toBe(code);
  });
});
