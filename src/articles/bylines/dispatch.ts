const day = '(?:\\d{4}年)?\\s?(?:\\d{1,2}月)?\\s?\\d{1,2}日';
const outlet =
  '(?:本[报刊网台]|[\\u4e00-\\u9fffA-Za-z]{1,10}?(?:日报|晚报|早报|晨报|商报|都市报|时报|报|网|客户端|全媒体|融媒体?|传媒|融媒体中心|新闻|视频|电视台|电台|发布|在线|热线))';
/** `本报讯`, `本报3月2日讯`, `大河网讯`, `本报登封讯`, `郑报全媒体讯`; other words with 讯 (互联网通讯设备) are none. */
const ofPaper = new RegExp(
  `^(?:[【\\[(（]\\s*)?(?:本报\\s?(?:${day})?\\s?(?:综合)?讯|${outlet}\\s?[\\u4e00-\\u9fff]{0,4}?\\s?(?:${day})?\\s?(?:综合)?(?:讯|专电|消息|电)(?=[\\s:：()（）【】\\[\\]]|记者))(?:\\s*[】\\])）])?`,
  'u',
);
/** `登封讯 `, `商城晚讯（记者`, `巩义4月8日电 `: any place's or outlet's, where a gap or a byline follows and no word ends so. */
const ofAnybody = new RegExp(
  `^(?:[【\\[(（]\\s*)?[\\u4e00-\\u9fff]{2,8}?\\s?(?:${day}\\s?(?:讯|电|消息)|(?<![通资简快短喜音传审问视电闻捷微速要网时腾警])讯|(?<![据好有新此等])消息(?=[:：]))(?:\\s*[】\\])）])?(?=[\\s:：]|[(（【][^()（）【】]{0,12}(?:记者|通讯员))`,
  'u',
);
/** No headline that a dispatch's name could open is as long as its text. */
const shortestText = 24;
/** `据新华社郑州9月4日电`, `新华社北京8月26日电`, `中新网河南新闻8月26日电`. */
const ofAgency = new RegExp(
  `^(?:[【\\[(（]\\s*)?(?:综合|据)?\\s?(新华社|中新社|中新网|新华网|人民网|央视|中国新闻社)\\s?[\\u4e00-\\u9fff]{0,8}?\\s?(?:${day})?\\s?(?:专?电|讯|消息)(?:\\s*[】\\])）])?`,
  'u',
);

/** The words at the head of a text that say whose report it is. */
export interface Dispatch {
  /** As written, with the bracket around it. */
  readonly words: string;
  /** The agency, `新华社`; empty for a paper's own. */
  readonly agency: string;
  /** Whence it is: `本报荥阳讯`; empty where it says nothing of a place. */
  readonly dateline: string;
}

/** Reads `本报讯`, `登封讯`, `据新华社郑州9月4日电` at the head of a text; undefined where it opens otherwise. */
export function readDispatch(text: string): Dispatch | undefined {
  const agency = ofAgency.exec(text);
  if (agency !== null) return { words: agency[0], agency: agency[1] ?? '', dateline: '' };
  const mayBeNamed = text.length >= shortestText && /[讯电息]/u.test(text.slice(0, 24));
  const words = (ofPaper.exec(text) ?? (mayBeNamed ? ofAnybody.exec(text) : null))?.[0];
  if (words === undefined) return undefined;
  return { words, agency: '', dateline: /^本报\s?讯$/u.test(words) ? '' : words };
}
