import { describe, expect, it } from 'vitest';
import { createInferences } from '../../../data/understanding/ranking/inferences.js';

const rule = (parts: {
  all: string[];
  none?: string[];
  then?: string[];
  drop?: string[];
  does?: string[];
}) => ({
  none: [],
  then: [],
  drop: [],
  does: [],
  ...parts,
});
const inferFrom = createInferences([
  rule({ all: ['bên Nhật|bên Hàn', 'qua đời'], then: ['chết ở nước ngoài'] }),
  rule({ all: ['chết ở nước ngoài'], none: ['mai táng'], does: ['support'] }),
  rule({ all: ['do:stop', 'muốn lại'], drop: ['do:stop'], does: ['resume'] }),
]);
const infer = (concepts: string[], actions: string[] = []) => inferFrom(new Set(concepts), new Set(actions));

describe('what a situation amounts to', () => {
  it('is added when every part is there, and rests on one that was said', () => {
    expect(infer(['qua đời', 'bên Hàn']).added).toEqual([{ name: 'chết ở nước ngoài', from: 'bên Hàn' }]);
  });

  it('is not added when a part is missing', () => {
    expect(infer(['qua đời']).added).toEqual([]);
  });

  it('leads on to later rules, unless something speaks against them', () => {
    expect(infer(['qua đời', 'bên Nhật']).actions).toEqual(['support']);
    expect(infer(['qua đời', 'bên Nhật', 'mai táng']).actions).toEqual([]);
  });

  it('replaces an action that is not meant', () => {
    const { dropped, actions } = infer(['muốn lại'], ['stop']);
    expect([...dropped]).toEqual(['do:stop']);
    expect(actions).toEqual(['resume']);
  });

  it('adds nothing that was said already', () => {
    expect(infer(['qua đời', 'bên Nhật', 'chết ở nước ngoài']).added).toEqual([]);
  });
});
