import { describe, expect, it } from 'vitest';
import { createGazetteer } from '../../src/articles/places/gazetteer.js';
import { mentionsIn } from '../../src/articles/places/mentions.js';
import { city } from './reader.js';

const gazetteer = createGazetteer(city);
const placesIn = (text: string) =>
  mentionsIn(gazetteer, text, 'text', 0)
    .filter(({ entry }) => entry.kind !== 'lookalike')
    .map(({ word }) => word);

describe('names of places', () => {
  it.each([
    '共建幸福建设美好家园',
    '从中牟利',
    '隆重庆祝节日',
    '养老金水平提高',
    '河湖南侧',
    '不管城里城外',
    '安全市场',
    '走文化路线',
    '合作路径',
    '建设路网',
  ])('are not seen across the border of two words: %s', (text) => expect(placesIn(text)).toEqual([]));

  it.each([
    ['荥阳法院昨日开庭', ['荥阳']],
    ['中牟大蒜上市', ['中牟']],
    ['来到新密超化镇', ['新密', '超化镇']],
    ['从福建赶来', ['福建']],
    ['我市全市推进', ['我市', '全市']],
    ['文化路上的旧书摊', ['文化路']],
    ['走进桐柏路派出所', ['桐柏路派出所']],
  ])('are seen where they are words: %s', (text, places) => expect(placesIn(text)).toEqual(places));
});
