import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedStories } from '../../../src/intake/feeds/feed-stories.js';
import { htmlParagraphs } from '../../../src/intake/feeds/html-paragraphs.js';

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>县区</title><item><title>河湾公园建成 &amp; 开放</title><dc:creator>记者 许见山</dc:creator>
<pubDate>Tue, 27 Aug 2024 08:00:00 +0800</pubDate><description>短</description>
<content:encoded><![CDATA[<p>河湾公园&nbsp;建成。</p><script>alert(1)</script><p>占地<b>30</b>亩。<img src="x"></p>]]></content:encoded>
</item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>甲</title>
<updated>2024-08-27T00:00:00Z</updated><content type="html">&lt;p&gt;乙&lt;/p&gt;</content></entry></feed>`;

describe('the stories of a feed', () => {
  it('come from RSS, whole text before description, without markup', async () => {
    expect(await feedStories(Buffer.from(rss), 'text/xml')).toEqual([
      {
        title: '河湾公园建成 & 开放',
        paragraphs: ['河湾公园 建成。', '占地30亩。'],
        authors: ['记者 许见山'],
        hasPhoto: true,
        publishedAt: new Date('2024-08-27T00:00:00Z'),
      },
    ]);
  });

  it('come from Atom and JSON Feed too', async () => {
    expect(await feedStories(Buffer.from(atom), '')).toMatchObject([{ title: '甲', paragraphs: ['乙'] }]);
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{ id: '1', title: '甲', content_text: '乙\n丙', date_published: '2024-08-27T01:00:00Z' }],
    });
    expect(await feedStories(Buffer.from(json), '')).toMatchObject([
      { title: '甲', paragraphs: ['乙', '丙'] },
    ]);
  });

  it('are read in the encoding that the XML declares', async () => {
    const head = Buffer.from(
      '<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel><title>T</title><item><title>',
    );
    const tail = Buffer.from('</title><description>x</description></item></channel></rss>');
    const bytes = Buffer.concat([head, Buffer.from([0xbd, 0xf0, 0xcb, 0xae]), tail]);
    expect((await feedStories(bytes, ''))[0]?.title).toBe('金水');
  });

  it('are none where it is no feed', async () => {
    await expect(feedStories(Buffer.from('<html><body>404</body></html>'), 'text/html')).rejects.toThrow();
  });
});

describe('paragraphs of HTML', () => {
  it('keep text that only looks like markup', async () => {
    expect(htmlParagraphs('1 < 2 &lt;b&gt; &#20013;&#x56fd; &bogus;')).toEqual(['1 < 2 <b> 中国 &bogus;']);
  });

  it('come out of any text, in time that grows with its length', async () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => void htmlParagraphs(html)));
    for (const part of ['<p', '<script', '<!--', '<a ', '&#', '</']) htmlParagraphs(part.repeat(300_000));
  });
});
