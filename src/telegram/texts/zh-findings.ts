/** What is wrong with a page, by the rule that found it, for editors who do not read English. */
const findings: Readonly<Record<string, string>> = {
  'headline-without-text': '有标题，没有正文',
  'missing-date': '看不出是哪天的报，先按文件的日期收了',
  'bad-front-matter': '开头两行 --- 之间的写法不对，没有采用',
  'unknown-district': 'districts 里有不认识的区名',
  'duplicated-story': '同一条登了两次，只留一条',
  'paragraph-ends-in-mid-sentence': '有一段话没说完',
  'garbled-characters': '有的字可能认错了',
  'missing-district': '没看出是哪个区的',
  'suspicious-split': '这条的起止可能不对',
  encoding: '读不出文字，请存成 UTF-8 文本',
  'too-large': '文件太大，请分成几个',
  unreadable: '文件打不开',
  defect: '程序读这一页时出错了，请转告维护的人',
  'folder-date': '文件夹的名字像日期，但不是 2024-08-27 这样写的',
  'too-deep': '文件夹套得太深，没有读',
  'link-loop': '这个链接指回了读过的文件夹',
  'no-pages': '没有 pages 文件夹',
  city: '写法不对，改好之前不要重启',
  'city-changed': '改好了，重启以后生效',
  'feed-list': 'feeds.yaml 的写法不对',
};

/** A finding in Chinese, with the passage that it quotes; one of an unknown rule as it is. */
export function zhFinding(finding: {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}): string {
  const words = findings[finding.rule];
  const passage = /“[^”]+”/.exec(finding.message)?.[0] ?? '';
  return words === undefined ? `${finding.message} ${finding.hint}`.trim() : `${words}${passage}`;
}
