import { isPlain, type PageStyle } from './page-style.js';
import type { Random } from './random.js';

/** Lines that are the page's and no story's. */
export const headers = [
  '2024年8月28日 星期三',
  '郑州日报',
  '07版 县区新闻',
  '第7版 2024年08月28日 星期三 责编 王芳 校对 李敏',
  'ZHENGZHOU DAILY',
  '统筹：陈磊 编辑：吴静 E-mail：abc@example.com',
];

/** A picture with its caption, as the style's tool writes it. */
export function picture(style: PageStyle, random: Random): readonly string[] {
  const name = random.integer(1, 900);
  const caption = random.pick(['图为活动现场。', '活动现场 本报记者 马健 摄', '']);
  if (isPlain(style)) return caption === '' ? [] : [caption];
  if (style.tool === 'paddle')
    return [
      `<div style="text-align: center;"><img src="imgs/${name}.jpg" alt="Image" width="40%" /></div>`,
      ...(caption === '' ? [] : [`<div style="text-align: center;">${caption}</div>`]),
    ];
  return [
    style.tool === 'marker' ? `![](_page_0_Picture_${name}.jpeg)` : `![](images/${name}.jpg)`,
    ...(caption === '' ? [] : [caption]),
  ];
}
