import type { Line } from '../lines/line.js';
import { isFurniture } from './furniture.js';

const label =
  /^(?!发布|更新|发稿|播出|新闻|投稿|来稿|供稿|广告|发行|订阅|爆料|报料|读者|互动|本报|本版|编辑|责编|读编|采访|记者)[\u4e00-\u9fff]{0,6}(?:地址|地点|电话|热线|时间|日期|联系人|电子邮[箱件]|邮箱|网址|传真|路线|费用|票价|对象|方式|名额|微信|公众号|E-?mail)[：:]\s?\S/iu;
/** What only a page says of itself, also beside an address. */
const ofThePage =
  /社址|邮编|邮政编码|邮发|统一刊号|国内统一|广告|发行|投稿|印刷|零售|定价|责编|编辑|校对|版[次名][:：]|本[文页]网址/u;
/** Stands between stories and at the foot of a page more often than at the end of a story. */
const ofThePaper = /热线|邮箱|邮件|E-?mail|传真/iu;
/** What a page never says of itself. */
const ofAnEvent = /时间|日期|地点|联系人|路线|费用|票价|对象|方式|名额|报名|咨询|预约/u;

/** A labelled line that tells a reader where and when: `地址：…`, `咨询电话：…`. A paragraph of its own, and no title. */
export function isServiceLine(text: string): boolean {
  return text.length <= 80 && label.test(text) && !ofThePage.test(text);
}

/** A run of service lines with what stands before and after it. */
interface Run {
  readonly lines: readonly Line[];
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

function runsOf(lines: readonly Line[]): readonly Run[] {
  const written = lines.filter(({ text }) => text !== '');
  const runs: Run[] = [];
  for (let at = 0; at < written.length; at += 1) {
    const from = at;
    while (isServiceLine(written[at]?.text ?? '')) at += 1;
    if (at > from)
      runs.push({ lines: written.slice(from, at), before: written[from - 1], after: written[at] });
  }
  return runs;
}

/** Whether a run belongs to the story before it: text stands there, and nothing says that the page speaks of itself. */
function isOfStory({ lines, before, after }: Run): boolean {
  if (before === undefined || isFurniture(before.text)) return false;
  const [first] = lines;
  const goesOn = after?.mark === 'plain' && after.text.length >= 20 && !isFurniture(after.text);
  if (goesOn || lines.some(({ text }) => ofAnEvent.test(text))) return true;
  const isFoot = after === undefined || isFurniture(after.text);
  return !isFoot && !(lines.length === 1 && ofThePaper.test(first?.text ?? ''));
}

/** The service lines of a page's stories, and those of its own: its address and telephone. */
export interface ServiceLines {
  readonly ofStories: ReadonlySet<Line>;
  readonly ofPage: ReadonlySet<Line>;
}

/** Tells the service lines of stories from the page's own. */
export function serviceLinesOf(lines: readonly Line[]): ServiceLines {
  const runs = runsOf(lines.filter(({ mark }) => mark !== 'row'));
  const pick = (isStory: boolean) =>
    new Set(runs.filter((run) => isOfStory(run) === isStory).flatMap((run) => run.lines));
  return { ofStories: pick(true), ofPage: pick(false) };
}
