/** What one wish is for, in names of the reader's language; an empty list asks for nothing. */
export interface JoinedWish {
  readonly districts: readonly string[];
  readonly topics: readonly string[];
  readonly keywords: readonly string[];
}

/** Meeting people: welcome, help, subscriptions, data, and what is said when something is amiss. */
export const zhPeople = {
  menu: {
    start: '从这里开始',
    latest: '最新消息，可加区名、主题或条数',
    digest: '现在就看我的区报',
    subscribe: '订阅一个区、主题或关键词',
    unsubscribe: '取消订阅',
    search: '搜新闻：/search 消防演练',
    settings: '时间、日子、语言和其他设置',
    pause: '暂停几天：/pause 3天',
    resume: '恢复送报',
    feedback: '给编辑部留言',
    help: '怎么用',
    privacy: '我们保存什么',
    export: '导出我的数据',
    forget: '删除我的全部数据',
    stats: '订阅和稿件的数字',
    run: '看送报进度，现在送、暂停、停止',
    publish: '马上发一条急讯：/publish 标题或编号',
    correct: '更正或撤回一条：/correct 标题或编号',
  },
  aboutShort: (city: string) => `${city}各区新闻，每天一份，只给你关心的`,
  about: (city: string) =>
    `每天早上把${city}区县新闻里和你有关的几条，编成一份一分钟读完的小报送给你。\n按区、主题或关键词订阅，随时搜索、随时退订。`,
  welcome: (city: string) => ({
    title: `你好，这里是${city}的区报`,
    body: '选一个你住的或关心的区，今天的消息马上送到，以后每天早上一份，一分钟读完。',
  }),
  welcomeBack: '欢迎回来，你的订阅都还在。',
  welcomeAgain: (rules: string) => `你已订阅：${rules}。`,
  greetGroup: (name: string) => ({
    title: '大家好，我是区报',
    body: `我可以每天把本区新闻发到这里。请管理员选一个区，或发送 /subscribe@${name} 金水区。`,
  }),
  greetChannel: (title: string, name: string) =>
    `我已是频道「${title}」的管理员。在频道里发一条 /subscribe@${name} 金水区，以后每天就把那里的新闻发到频道。`,
  help: (name: string) => ({
    title: '怎么用',
    lines: [
      '直接发区名，看那里的最新消息：金水区',
      '直接发词，搜新闻：消防演练',
      '/subscribe 金水区 · 订阅，每天送到',
      '/latest 教育 10 · 最新十条教育新闻',
      '/search 地铁 区:二七区 日期:上周 · 细找',
      '/settings · 改时间、日子、语言',
      '/pause 3天 · 出门时先停一停',
    ],
    group: `在群里请写上名字：/latest@${name}；订阅由管理员设置。`,
  }),
  privacy: (hasAdmins: boolean) => ({
    title: '我们保存什么',
    lines: [
      '保存：这个聊天的编号、你的订阅和设置、送到了哪一条。',
      '不保存：你发来的文字、姓名、电话、位置。',
      '搜不到的短词和 👍👎 只记次数，不记是谁。',
      ...(hasAdmins ? ['/feedback 的留言原样转给编辑部，我们不留底。'] : []),
      '停用机器人满12个月，以上数据自动删除。',
      '/export 随时导出，/forget 随时删净。',
    ],
  }),
  exported: '这是我们保存的关于这个聊天的全部数据。',
  exportEmpty: '我们没有保存关于这个聊天的任何数据。',
  forgetAsk: '删除这个聊天的全部订阅和设置？删后无法找回。',
  forgetYes: '全部删除',
  forgetNo: '不删',
  forgotten: '已全部删除。什么时候想再看，随时回来。',
  kept: '好的，什么也没删。',
  feedbackAsk: '想对编辑部说什么？回复这条消息写下来就好。',
  feedbackSent: '已转给编辑部，谢谢你。',
  feedbackNote: (from: string) => `读者留言（${from}）`,
  feedbackOff: '这里暂时没有人收留言。',
  chooseDistricts: '想看哪个区？点一下就订阅，再点一下取消。',
  chooseTopics: '想看哪类新闻？点一下就订阅，再点一下取消。',
  subscribed: (rules: string, time: string) => `已订阅${rules}，${time} 送到。`,
  alreadySubscribed: (rules: string) => `你已经订阅了${rules}。`,
  subscribedShort: (rule: string) => `已订阅${rule}`,
  unsubscribedShort: (rule: string) => `已取消${rule}`,
  rulesFull: (limit: number) => `订阅已到${limit}条上限，先取消几条再加吧。`,
  askJoined: (joined: string) => `只要${joined}，还是分开都要？`,
  /** `金水区、二七区含“消防”的教育新闻` */
  joinedAs: ({ districts, topics, keywords }: JoinedWish) => {
    const about = keywords.length > 0 ? `含${keywords.join('和')}` : '';
    return `${districts.join('、')}${about}的${topics.join('、')}新闻`;
  },
  eachOf: (names: string) => `${names}，分开都要`,
  tooMuchAtOnce: '一次说得有点多，请分几次订阅。',
  askKeyword: (word: string) =>
    `没有叫「${word}」的区或主题。要把它当作关键词订阅吗？有这个词的新闻都会送来。`,
  subscribeKeyword: (word: string) => `订阅关键词「${word}」`,
  whichOne: (word: string) => `「${word}」是指哪一个？`,
  notThatWord: '这个词太短或太长了，换一个两到二十个字的试试。',
  unsubscribeAsk: '取消哪一条？',
  unsubscribeAll: '全部取消',
  unsubscribed: (rules: string) => `已取消${rules}。`,
  unsubscribedAll: '已取消全部订阅，不会再送。',
  nothingSubscribed: '你还没有订阅。选一个区，今天的消息马上送到。',
  notSubscribedTo: (words: string) => `你没有订阅「${words}」。现在订阅的是：`,
  adminsOnly: '这个只有管理员能改。',
  oops: '刚才没弄好，请再试一次。',
  busy: '这会儿有点慢，请稍后再试。',
  staleButton: '这个按钮已经过期了，请从下面重新开始。',
  onlyText: '我只看得懂文字。发一个区名，或想找的词，我来找新闻。',
  unknownCommand: (name: string) => `没有 /${name} 这个命令。看看我会什么：`,
  buttons: {
    subscribe: '订阅',
    subscribeTo: (name: string) => `＋ 订阅${name}`,
    chooseDistrict: '选区',
    topics: '主题 ›',
    districts: '‹ 区',
    done: '好了',
    latest: '最新消息',
    digest: '今天的区报',
    settings: '设置',
    help: '怎么用',
    privacy: '隐私',
    manage: '管理订阅',
    back: '‹ 返回',
    undo: '撤销',
    startAgain: '重新开始',
  },
};
