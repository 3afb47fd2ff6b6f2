/** Kinds of words that summary and points are judged by, each a bit of a {@link classesIn} mask. */
export const wordClass = {
  /** Something done for the people of a district. */
  deed: 1,
  /** Something that happens otherwise. */
  event: 2,
  says: 4,
  happens: 8,
  /** What a point likes to have. */
  fact: 16,
  /** May begin a phrase without content. */
  filler: 32,
  /** `3日`, a day. */
  day: 64,
  title: 128,
  quotation: 256,
  /** A quotation mark or bracket. */
  bracket: 512,
  /** One of a pair of words, the other of which may have been cut off. */
  half: 1024,
  /** A condition, or 虽然. */
  condition: 2048,
  /** A digit or numeral. */
  numeral: 4096,
  /** The medium speaks of itself. */
  talk: 8192,
  /** May point back at something before it. */
  pointer: 16_384,
  /** A thought may be half without more after it. */
  halfway: 32_768,
  /** A unit of an amount. */
  unit: 65_536,
  /** Says what something means or always was, not what has happened. */
  background: 131_072,
} as const;

const words: Readonly<Record<keyof typeof wordClass, string>> = {
  deed: '推出 开展 举办 举行 启用 安装 建成 改造 投用 投入使用 交付 新增 提供 发放 组织 联合 走进 迎来 带来 送 查出 整改 完成 开通 加密 上线 落户 签约 揭牌 惠及 召开 推广 配备 普及 服务 宣讲 培育 设立 招聘 公布 发布 增加 延长 开放 开工 通车',
  event:
    '会见 会谈 致电 致函 致辞 签署 抵达 出席 强调 表示 指出 称 发生 造成 死亡 遇难 主持 印发 打击 袭击 同意 宣布 增长 下降 上升 突破 夺 获 批准 通过 启动 审议 任命 发射 当选 建设 推进 加强 出台 实施 坚持 聚焦 推动 加快 持续 降 升 超 达 完善 清淤 修建 铺设 帮 发展 合作 访问 考察 调研 座谈 祝贺 回复 选举 闭幕 开幕 受到 引发 进行 成为 实现 报名 办理 抓好 指导 检查 创新',
  says: '表示 指出 强调 认为 要求 介绍',
  happens:
    '举行 召开 发布 印发 启动 开幕 闭幕 公布 出台 实施 会见 会谈 签署 完成 突破 增长 建成 投产 通车 开工 发生 发射 揭牌 当选 获 超',
  fact: '《 “ 首次 首个 新增 建成 投用 完成 达到 增长 下降 减少 发放 开展 举行 推出 设立 出台 免费 补贴 电话 地址 时间 报名 截止 计划 将于 力争 预计 配备 增设 开通',
  filler:
    '意义重大 欢声笑语 温馨提示 表示感谢 竖起大拇指 奠定 营造 意犹未尽 纷纷表示 受到 赢得 提高了 再上新台阶 进一步 新的更大贡献 砥砺 奋楫 乘势而上 走深走实 见行见效 落地见效 获得感 幸福感 深刻 切实 号角 征程',
  day: '0日 1日 2日 3日 4日 5日 6日 7日 8日 9日',
  title: '《',
  quotation: '“',
  bracket: '“ ‘ （ ( 《 「 『 【 ” ’ ） ) 》 」 』 】',
  half: '一方面 一是 不仅 不但 不只',
  condition: '虽 尽管 如果 若 一旦 只有 只要 无论 不论 不管 即使',
  numeral: '0 1 2 3 4 5 6 7 8 9 一 二 两 三 四 五 六 七 八 九 十 百 千 万 几 数',
  talk: '来看记者 一起来看 我们来认识 记者看到 请看',
  pointer: '该 此',
  halfway:
    '以下 的重要 发表的 优秀党员 战士 领导人 既 像 不是 与其 要么 或者 先是 一边 一来 无论 即便 哪怕 来到 走进 前往 走入 赴 以 举行仪式 是否 围绕 通过 采取 借助 利用',
  background:
    '的重要途径 的重要举措 的重要内容 的重要组成部分 的重要保障 的重要抓手 的重要载体 的重要环节 的重要基础 的重要任务 的重要标志 的重要体现 的有效途径 的有力抓手 的关键一年 的关键环节 的关键之年 的必然要求 的根本保证 的头等大事 开局之年 收官之年 攻坚之年 起步之年 ' +
    '历来 关系到 事关 是一项 一直以来都是 众所周知 俗话说 常言道 古人云 素有 被誉为 享有 茶余饭后 越来越多的 日益',
  unit: '元 人 户 家 个 条 件 名 亩 吨 公里 平方米 % ％ 次 场 份 项 岁 分钟 小时 天 栋 处 棵 辆 所 张 台 册 笔 套 班',
};

/** Set in the mask of a character with which longer words begin. */
const opensWord = 1 << 30;

interface ClassIndex {
  /** By character code: classes of the character as a word, and {@link opensWord}. */
  readonly characters: Uint32Array;
  /** By first character: the longer words and their classes. */
  readonly longer: ReadonlyMap<number, readonly (readonly [word: string, classes: number])[]>;
}

function buildIndex(): ClassIndex {
  const classes = new Map<string, number>();
  for (const name of Object.keys(wordClass) as (keyof typeof wordClass)[])
    for (const word of words[name].split(' ')) classes.set(word, (classes.get(word) ?? 0) | wordClass[name]);
  const characters = new Uint32Array(65_536);
  const longer = new Map<number, (readonly [string, number])[]>();
  for (const item of classes) {
    const code = item[0].charCodeAt(0);
    characters[code] = (characters[code] ?? 0) | (item[0].length === 1 ? item[1] : opensWord);
    if (item[0].length > 1) longer.set(code, [...(longer.get(code) ?? []), item]);
  }
  return { characters, longer };
}

const index = buildIndex();

/** The classes of all words that stand in a text, overlapping ones too, as a mask of {@link wordClass}. */
export function classesIn(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const own = index.characters[code] ?? 0;
    if (own === 0) continue;
    found |= own;
    if ((own & opensWord) !== 0)
      for (const [word, classes] of index.longer.get(code) ?? [])
        if ((found & classes) !== classes && text.startsWith(word, at)) found |= classes;
  }
  return found & ~opensWord;
}
