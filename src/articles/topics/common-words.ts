/**
 * Common words whose end begins a topic's word: in 操作家长群 there is no 作家, in 深入学校 no 入学. Found first, they keep the
 * reader from seeing a word across a border. Made by counting such borders in news text.
 */
export const commonWords: readonly string[] = (
  '深入 公开 国家 人民 移民 惠民 国民 居民 为民 便民 多少 行政 负责 第一 第二 摆脱 使用 网上 召开 最新 全新 出新 更新 紧急 提起 提高 做好 政治 ' +
  '和平 发展 恢复 海外 国外 无法 非法 去年 今年 最大 重大 巨大 广大 发表 打开 展开 离开 行业 实施 措施 进行 实行 践行 参加 提供 全国 推出 操作 ' +
  '其中 通道 建立 利用 不用 进入 纳入 写入 融入 不同 最高 真实 落实 优化 深化 融合 各项 该项 这种 多种 多家 多名 一家 部分 身上 人员 保证 举办 ' +
  '各地 整体 协调 平稳 移动 预防 活动中 过程中 工作中 生活中 当中 集中 引发 今晚 明晚 淮河 海河 辽河 吉林 保护 维护 名义 主义 输送 发送 活动 ' +
  '全职 发生 对比 宗教 厦门 澳门 猪肉 市政府 省政府 市政协 服务工作 任务 期中考试 强化 一体化 十大 三大 中国 韩国 法国 一名 公民 市民 乱倒 ' +
  '提单 一起 走进 名城 总统 变电 核电 水电 以上 无限 全线 广电 矿泉 三名 两名 几名 新生产 新生活 中考点 棚改成'
).split(' ');
