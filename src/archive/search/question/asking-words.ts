/**
 * Words with which people ask for news, rather than what the news are about. None of them is left out, since any of them can
 * be the thing itself (电话, 价格); they only tell less than every other word. How a question is built is not listed: new forms
 * come with the same words.
 */
const lists = {
  /** Turning to somebody, and thanking. */
  address:
    '你好 您好 你们 大家 各位 朋友 亲 请问 问下 问一下 问问 麻烦 劳驾 打扰 求助 谢谢 多谢 感谢 拜托 求 小编 客服 编辑 师傅 老师们 不好意思 打扰了 请教 请教一下 打听一下 打听打听 咨询一下 那个 就是 嗯',
  /** Wanting to know, and having heard. */
  wish:
    '网上 网传 网上说 传言 传闻 听闻 谣传 谣言 辟谣 靠谱 属实 真假 真伪 是否属实 印象中 记不清 记不太清 忘了 想不起来 ' +
    '知道 想 想要 需要 要 了解 查 查询 查找 查看 查到 查一下 找 找找 找到 寻找 搜 搜索 搜一下 看 看看 看到 看下 看一下 看过 读 听 听说 据说 听到 听过 ' +
    '说 说说 说是 讲 讲讲 讲的 告诉 介绍 解释 科普 推荐 帮 帮忙 帮我 给 给我 发 发给 来 打听 咨询 问 记得 好像 印象 提到 说到 关注 关心 明白 清楚 确认 想起 来着 分享 更新 转发 补充 总结 概括 检索 核实 列出 瞧瞧 念念 求问 想问 想问问 一下 一点 一点儿 下',
  /** What ties the thing to the asking. */
  tie: '关于 有关 相关 方面 涉及 对于 至于 之类 哪些 一些 一共 总共 具体 详细 完整 全部 主要 准确 确切 大概 大约 目前 现在 如今 当前 最近 近期 最新 刚刚 刚才 今天 昨天 前天 这两天 前几天 前段时间 上次 上周 之前 以前 后来 然后 接下来 到底 究竟 真的 真 假的 是不是 有没有 能不能 可不可以 会不会 可以 能 能够 不能 应该 有 没有 是 会',
  /** What a newspaper prints. */
  printed:
    '新闻 消息 报道 报导 文章 资讯 信息 通知 公告 内容 全文 原文 正文 标题 链接 网址 视频 图片 照片 资料 稿子 帖子 那篇 这篇 哪篇 一篇 那条 这条 一条 条 篇',
  /** What is asked of a thing. */
  side:
    '情况 部分 方面 名字 名称 详情 细节 进展 最新进展 动态 近况 现状 状况 后续 结果 结局 经过 过程 来龙去脉 原因 缘故 理由 背景 起因 事 事情 事儿 回事 东西 时间 时候 日期 日子 地点 地方 位置 地址 路线 电话 号码 联系方式 ' +
    '价格 价钱 费用 收费 票价 多少钱 人数 数量 要求 条件 流程 步骤 手续 材料 方法 办法 方式 做法 规定 标准 区别 影响 作用 好处 意思 含义 问题 答案 说法 观点 看法 评价 来源 出处 部门 单位 负责 负责人 主管 归谁 联系 名额 预约 多久 多长时间 几次 一次 几天 哪天 几点 几号',
  /** What becomes of it. */
  doing:
    '开始 花 花了 怎么样 咋样 咋办 咋回事 开门 开放 举行 举办 进行 发生 出现 结束 处理 解决 办 办理 做 弄 搞 怎么办 走 去 到 在 参加 报名 申请 领 领取 买 卖 用 公布 发布 出来',
} as const;

/**
 * What residents ask of anything at all: who may, what it costs, when, where, whether it is over. In a question they belong to
 * the asking; in a list of words (老人 免费 公交) they are what is looked for.
 */
const sides =
  '免费 收费 要钱 花钱 便宜 贵 优惠 打折 门票 票 买票 订票 退票 退 退款 退费 退钱 押金 补贴 补助 补偿 赔 赔偿 赔钱 工资 待遇 报销 ' +
  '报名 报 预约 预定 登记 排队 取号 挂号 身份证 户口 户口本 证件 证明 社保卡 带 填 填表 交 交钱 缴费 ' +
  '资格 年龄 年纪 学历 限制 限号 名单 名额 老人 老年人 孩子 小孩 小朋友 学生 家长 外地人 本地人 外地 本地 残疾人 居民 市民 业主 ' +
  '人多 人少 多不多 热闹 好玩 好吃 好看 好不好 值得 值不值 划算 哪个好 哪家 推荐 ' +
  '安全 危险 严重 受伤 伤亡 伤 死 死亡 人员伤亡 抓 抓到 抓住 判 判刑 处罚 罚 罚款 ' +
  '开 开门 关门 开业 营业 关 停 停业 取消 推迟 延期 改期 改到 恢复 修好 修完 修 完工 竣工 建好 建成 开工 通车 开通 上线 用上 ' +
  '放假 上班 上课 休息 周末 双休日 节假日 下雨 下雪 天气 今年 明年 去年 明天 后天 今晚 早上 晚上 上午 下午 中午 ' +
  '附近 旁边 周边 对面 远 近 远不远 路上 到达 怎么走 坐车 开车 停车 停车场 公交 地铁 ' +
  '来得及 赶得上 有用 没用 管用 影响 变化 改变 不同 更新 管 没人管 投诉 举报 反映 归 解释 规则 政策 文件 细则 方案 计划 ' +
  '第一次 最后 一直 老是 总是 经常 又 还 已经 快 马上';

let words: ReadonlySet<string> | undefined;
let sideWords: ReadonlySet<string> | undefined;

/** Whether a word of a question belongs to the asking there, though it may be the thing itself in a list of words. */
export function isSide(word: string): boolean {
  sideWords ??= new Set(sides.split(' '));
  return sideWords.has(word) || isOfAsking(word);
}

/** All of them; a dictionary may lack the newer ones (问下). */
export function askingWords(): ReadonlySet<string> {
  words ??= new Set(Object.values(lists).flatMap((list) => list.split(' ')));
  return words;
}

/** Whether a word belongs to the asking more often than to the thing that is asked for. */
export function isOfAsking(word: string): boolean {
  const words = askingWords();
  if (words.has(word)) return true;
  // Two of them in one: 具体情况.
  for (let at = 1; at < word.length; at++)
    if (words.has(word.slice(0, at)) && words.has(word.slice(at))) return true;
  return false;
}
