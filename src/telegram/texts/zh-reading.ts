const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** Reading: digests, articles, lists, search, inline mode. */
export const zhReading = {
  /** `8月28日` */
  day: (month: number, day: number) => `${month}月${day}日`,
  /** `2024年8月28日` */
  dayOfYear: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  /** 0 Monday … 6 Sunday */
  weekday: (weekday: number) => `星期${weekdays[weekday] ?? ''}`,
  digestTitle: '今日区报',
  wholeCity: '全市',
  todayStories: (count: number, told: number, minutes: number) =>
    count === told
      ? `今天${count}条，读完约${minutes}分钟`
      : `今天${count}条，先看${told}条，约${minutes}分钟`,
  noneToday: '今天没有新消息。',
  olderStories: (count: number) => `另有${count}条较早的消息，在「更多」里。`,
  /** `《郑州日报》8月28日 县区新闻` */
  edition: (paper: string, day: string, page: string) =>
    [paper === '' ? '' : `《${paper}》`, day, page === '' ? '' : ` ${page}`].join(''),
  moreEditions: (count: number) => `等${count}个版面`,
  because: (rules: string) => `你订阅了${rules}`,
  sampleDigest: '【示例】试用内容，不是真新闻',
  sampleMark: '【示例】',
  urgentTitle: '急讯',
  urgentMark: '急 ',
  emptyNote: (day: string) => `${day}没有你订阅的新消息。`,
  rated: '记下了，谢谢你。',
  readOne: '读全文',
  moreStories: (count: number) => `更多${count}条`,
  moreTitle: '这一份里其余的消息',
  noMoreStories: '这一份已经看完了。',
  digestEmpty: '暂时没有你订阅的新消息。有了就会按时送到。',
  digestFailed: '区报这会儿没能送出，请过一会儿再试。',
  byReporters: (names: string) => `记者 ${names}`,
  byCorrespondents: (names: string) => `通讯员 ${names}`,
  withdrawn: '这条消息已被撤回。',
  articleGone: '找不到这条消息，可能已经撤回。',
  page: (page: number, pages: number) => `${page} / ${pages}`,
  previousPage: '‹ 上一页',
  nextPage: '下一页 ›',
  share: '转给朋友',
  latestTitle: (name: string) => (name === '' ? '最新消息' : `${name}最新消息`),
  latestEmpty: (name: string) => `${name === '' ? '这里' : name}还没有消息。可以看看别的：`,
  earlier: '更早 ›',
  later: '‹ 更新',
  latestNotFound: (words: string) => `没有叫「${words}」的区或主题。`,
  searchAsk: '想找什么？回复这条消息写下几个词，比如：消防演练',
  searchPage: (from: number, to: number) => `第${from}–${to}条`,
  searchNothing: '没有找到。',
  searchTips: '换个说法，或少写几个字试试；也可以用拼音，或加上 区:金水区、日期:上周。',
  didYouMean: '你是不是要找：',
  searchFailed: '搜索这会儿没有应答，请稍后再试。',
  filtered: (filters: string) => `范围：${filters}`,
  only: (name: string) => `只看${name}`,
  onlyLastWeek: '近一周',
  follow: (words: string) => `关注「${words}」`,
  followed: (words: string) => `以后有「${words}」的新闻都会送来`,
  inlineButton: '打开区报',
  inlineNothing: '没有找到，打开区报看看',
  openInBot: '在区报里读',
};
