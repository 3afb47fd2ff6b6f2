import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../src/digest/compose.js';
import type { Digest } from '../../../src/digest/digest.js';
import { inRows, renderDigest } from '../../../src/telegram/render/digest.js';
import { theCity } from '../../city/the-city.js';
import { sampleRelease } from '../../support/sample-article.js';
import { anyText, fault } from '../any-text.js';

const style = { botName: 'qubao_bot' };
type Change = Parameters<typeof sampleRelease>[2];

function digestOf(changes: readonly Change[], language: 'zh' | 'en' = 'zh'): Digest {
  const releases = changes.map((change, index) => sampleRelease(index + 1, `story${index}`, change));
  const rules = [...new Set(changes.flatMap((change) => change?.districts ?? ['金水区']))].map(
    (district) => ({ district }),
  );
  const composed = composeDigest({
    wish: { rules, mute: [], language },
    releases,
    after: 0,
    upTo: changes.length,
    day: '2024-08-28',
  });
  if (composed === undefined) throw new Error('expected a digest');
  return composed;
}

describe('a digest', () => {
  it('reads like a small newspaper', () => {
    const digest = digestOf([
      { headline: '社区办起夜校', summary: '教剪纸和手机摄影。', paper: '试报', page: '县区新闻' },
      { headline: '消防演练进小区', summary: '两百户学会用灭火器。', paper: '试报', page: '县区新闻' },
    ]);
    expect(renderDigest(digest, style)['text']).toBe(
      [
        '金水区 · 8月28日 星期三',
        '今天2条，读完约1分钟',
        '',
        '1. 社区办起夜校',
        '教剪纸和手机摄影。',
        '',
        '2. 消防演练进小区',
        '两百户学会用灭火器。',
        '',
        '《试报》8月28日 县区新闻',
        '你订阅了金水区',
      ].join('\n'),
    );
  });

  it('of one urgent story is a warning, and marks an urgent story among others', () => {
    const urgent = { headline: '今晚停水', urgent: true };
    const { text } = renderDigest(digestOf([urgent]), style);
    expect(text).toMatch(/^急讯 · 金水区 · 8月28日 星期三\n\n今晚停水\n/);
    expect(renderDigest(digestOf([urgent, {}]), style)['text']).toMatch(/今天2条.*\n\n1\. 急 今晚停水/);
  });

  it('names no edition that has neither paper nor page', () => {
    expect(renderDigest(digestOf([{ paper: '', page: '' }]), style)['text']).not.toMatch(/8月28日$/m);
  });

  it('of older stories alone does not count stories of today', () => {
    const { text, reply_markup } = renderDigest(digestOf([{ date: '2024-08-01' }]), style);
    expect(text).toBe(
      '今日区报 · 8月28日 星期三\n今天没有新消息。\n\n另有1条较早的消息，在「更多」里。\n你订阅了金水区',
    );
    expect(JSON.stringify(reply_markup)).toContain('更多1条');
  });

  it('tells stories of several districts under their names, numbered throughout', () => {
    const { text } = renderDigest(digestOf([{}, { districts: ['二七区'] }, {}]), style);
    expect(text).toMatch(/▍金水区\n1\. [\s\S]*2\. [\s\S]*▍二七区\n3\. /);
  });

  it('opens each headline in the bot, and each number in the chat', () => {
    const body = renderDigest(digestOf([{}, {}]), style);
    expect(body['entities']).toContainEqual(
      expect.objectContaining({ type: 'text_link', url: 'https://t.me/qubao_bot?start=a_story0' }),
    );
    expect(JSON.stringify(body['reply_markup'])).toContain('"callback_data":"r:2"');
  });

  it('counts all stories, and carries the range of those it does not show', () => {
    const many = Array.from({ length: 13 }, (_, at) => ({
      paragraphs: [String.fromCharCode(0x4e00 + at * 99).repeat(40)],
    }));
    const body = renderDigest(digestOf(many), style);
    expect(JSON.stringify(body['reply_markup'])).toContain('{"text":"更多3条","callback_data":"m:0:13:0"}');
    expect(body['text']).toContain('今天13条，先看10条，约');
  });

  it('marks invented news, and stands a story without a headline by its summary', () => {
    const { text } = renderDigest(digestOf([{ headline: '', summary: '只有一句话。', sample: true }]), style);
    expect(text).toMatch(/^【示例】[\s\S]*\n\n只有一句话。\n\n/);
  });

  it('strikes out what was withdrawn', () => {
    const digest = digestOf([{ headline: '撤了的' }]);
    const groups = digest.groups.map((group) => ({
      ...group,
      stories: group.stories.map((story) => ({ ...story, isWithdrawn: true })),
    }));
    const body = renderDigest({ ...digest, groups }, style);
    expect(body.text).toContain('撤了的\n这条消息已被撤回。');
    expect(body['entities']).toContainEqual(expect.objectContaining({ type: 'strikethrough' }));
  });

  it('speaks English', () => {
    const withCity = { ...style, city: theCity() };
    expect(renderDigest(digestOf([{}], 'en'), withCity).text).toMatch(/^Jinshui.* · 28 Aug Wednesday/);
    expect(renderDigest(digestOf([{}], 'en'), style).text).toContain('1 story today, about 1 minute');
  });

  it('is whole whatever a headline contains', () => {
    const story = fc.record({ headline: anyText, summary: anyText, paper: anyText, page: anyText });
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 12 }), (stories) => {
        const releases = stories.map((change, index) =>
          sampleRelease(index + 1, `s${index}`, { ...change, districts: [`区${index % 11}`] }),
        );
        const digest = composeDigest({
          wish: { rules: releases.map((_, index) => ({ district: `区${index}` })), mute: [], language: 'zh' },
          releases,
          after: 0,
          upTo: 12,
          day: '2024-08-28',
        });
        expect(digest && fault(renderDigest(digest, style))).toBeUndefined();
      }),
    );
  });
});

describe('rows of buttons', () => {
  it('are of nearly equal length', () => {
    expect(inRows([1, 2, 3, 4, 5, 6, 7], 3).map(({ length }) => length)).toEqual([3, 2, 2]);
    expect(inRows([], 3)).toEqual([]);
  });
});
