import { readFileSync } from 'node:fs';
import { parseCity } from '../../dist/city/load-city.js';

/** The city whose districts the pages are about. */
export const city = parseCity(readFileSync('content/city.yaml', 'utf8'), 'content/city.yaml');

export const storiesPerPage = 10;

const districts = city.districts.map(({ name }) => name);
const deeds = [
  '把闲置的锅炉房改成居民书屋',
  '给老楼装上了遮雨棚',
  '请来木匠教孩子们做板凳',
  '把早市搬进了有顶的院子',
];

/** An invented page of ten stories of some 500 characters, no two alike. */
export function pageText(number) {
  const stories = Array.from({ length: storiesPerPage }, (_, at) => {
    const id = number * storiesPerPage + at;
    const district = districts[id % districts.length];
    const deed = deeds[id % deeds.length];
    const text = Array.from(
      { length: 4 },
      (_unused, part) =>
        `${district}第${id}个院子${deed}，用了${(id % 90) + part}天，花了${id % 700}元，来帮忙的邻居有${(id % 40) + 3}位。大家说，事情不大，可是每天进出都看得见，比贴在墙上的话管用，下个月还要把楼道的灯换成声控的，把${part}号楼的信箱重新编号。`,
    );
    return `## ${district}：${deed}（${id}）\n\n本报讯(记者 王小明 通讯员 李小红)8月${(id % 28) + 1}日，${text.join('\n\n')}`;
  });
  return `2024年8月28日 星期三 第${(number % 16) + 1}版\n\n${stories.join('\n\n')}\n`;
}
