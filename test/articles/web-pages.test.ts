import { describe, expect, it } from 'vitest';
import { reader } from './reader.js';

const one = [
  '本报讯（记者 李磊）中原区汝河路街道给三十个楼道装上声控灯，老人晚上回家不用再摸黑。',
  '居民们说，灯一亮，心里也亮了，楼上楼下见了面话也多了。',
];
const two = [
  '本报讯（记者 王军）昨日，金水区文化路街道的居民把闲置车棚改成议事亭，大家坐在一起商量院里的事。',
  '居民们说，这样的地方早就该有了，往后每周三晚上都来坐一坐。',
];

/** What the sites of papers set around the text of a page. */
const lines: readonly string[] = [
  '日期:[2014-05-30] 版次:[14] 版名:[市县新闻] 字体:【大 中 小】',
  '[3上一篇](content_573297.htm)  [下一篇4](content_573299.htm)',
  '上一期 下一期',
  '3上一版 下一版4',
  '上一篇 下一篇 放大 缩小 默认 复制全文',
  '＜上一篇 下一篇＞',
  '上一篇：没有了',
  '标题导航 版面导航 更多期数 返回目录',
  '往期回顾 按日期检索 稿件搜索',
  '第06版:县区新闻 [PDF版阅读](https://paper.example.com/pdf/6.pdf)',
  '第A08版：热线新闻 下载PDF',
  '第07版：县区 | 版面导航 | 标题导航 | PDF下载',
  '查看原版面',
  '2024-10-13,9555| 2024-10-12,9547| 2024-10-11,9539| 2024-10-10,9531',
  '日 一 二 三 四 五 六',
  '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15',
  '字号：大 中 小',
  '【大】【中】【小】【打印】【关闭】',
  '【纠错】 【责任编辑：曲文】',
  '语音播报 分享 收藏 打印',
  '打印 网摘 纠错 商城 推荐 字号',
  '分享到： 微信 微博 QQ空间',
  '分享让更多人看到',
  '下载APP 打开APP阅读全文',
  '扫一扫 手机看报',
  '手机版 | 电脑版 | 返回顶部',
  '登录 | 注册 | 设为首页 | 加入收藏',
  '网站简介 | 广告服务 | 联系方式 | 法律声明',
  '相关新闻 热门推荐 点击排行',
  '请输入关键字 搜索 高级搜索',
  '已有0人参与评论 我来说两句',
  '点击查看大图',
  '加载中...',
  '首页 » 商都日报 » 第14版:市县新闻',
  '商都网 >> 河南频道 >> 地市新闻',
  '商都日报数字报-商都网',
  '数字报首页 | 网站首页 | 商都晚报 | 商都周刊',
  '您的IE浏览器版本太低，请升级至IE8及以上版本或安装webkit内核浏览器。',
  '建议使用IE8.0以上版本浏览器，1024×768分辨率浏览本网站',
  '您的浏览器不支持JavaScript，请开启后再试。',
  '您是第123456位访客',
  '总访问量：1234567 今日访问：321',
  'Copyright © 2014 商都快报 版权所有 All Rights Reserved',
  '© 2019 商都网 保留所有权利',
  'Produced By 商都网 电子报系统',
  '技术支持：某某电子有限公司',
  '本网站所有内容未经授权不得转载',
  '未经书面授权禁止复制或建立镜像',
  '互联网新闻信息服务许可证编号：41120190001',
  '违法和不良信息举报电话：0371-60000001',
  '本文网址：http://www.example.com/content/2014-05/30/content_1.htm',
];

/** Headlines and sentences that speak of what sites have. */
const titles: readonly string[] = [
  '社区食堂上线“一键下载”菜单',
  '图书馆首页可查馆藏',
  '评论：一盏灯照亮一条巷',
  '扫一扫就能缴水费',
  '未经许可摆摊 三家烧烤店被查',
  '老人收藏八百张船票',
];

const read = (...blocks: readonly string[]) =>
  reader
    .read({ file: 'page.md', text: blocks.join('\n\n'), fallbackDate: '2024-08-28' })
    .articles.map(({ headline, kicker, paragraphs }) => [kicker + headline, ...paragraphs]);
const stories = read('# 楼道里装上了灯', ...one, '# 车棚变成议事亭', ...two);

describe('what a site sets around its pages', () => {
  it.each(lines)('is no part of a story: %s', (line) => {
    const [first, second] = [
      ['# 楼道里装上了灯', ...one],
      ['# 车棚变成议事亭', ...two],
    ];
    expect(read(line, ...first, ...second)).toEqual(stories);
    expect(read(...first, line, ...second)).toEqual(stories);
    expect(read(...first, ...second, line)).toEqual(stories);
  });

  it.each(titles)('is not taken for a headline: %s', (title) => {
    const headlines = read(title, ...one, '# 车棚变成议事亭', ...two).map(([headline]) => headline);
    expect(headlines).toEqual([title, '车棚变成议事亭']);
  });
});
