const words =
  '开栏的话 开栏语 编者按 编前 核心提示 内容提要 内容提示 阅读提示 新闻提示 提示 提要 导读 背景 新闻背景 背景链接 背景资料 链接 相关链接 新闻链接 政策链接 知识链接 延伸阅读 相关新闻 新闻延伸 ' +
  '记者手记 记者感言 记者观察 采访手记 采访札记 专家说法 专家点评 专家观点 专家建议 专家提醒 律师说法 律师提醒 法官说法 检察官说法 警方提醒 民警提醒 医生提醒 温馨提示 特别提醒 提醒 ' +
  '声音 各方声音 百姓声音 群众声音 回应 官方回应 部门回应 各方回应 网友观点 网友热议 市民说法 现场 新闻现场 记者现场 一次目击 现场目击 调查 记者调查 追访 探访 记者探访 后续 进展 ' +
  '说法 释疑 解读 政策解读 问答 探因 原因 反思 思考 评论 短评 点评 编后 编后语 数据 数说 名词解释 名词 人物名片 人物简介 人物小传 名片 简介 故事 案例 典型案例 典型事例 做法 成效 变化 困惑 ' +
  '难题 对策 建议 展望 愿景 心愿 亮点 缘起 起因 经过 结果 揭秘 支招 应对 措施';
const labels = new Set(words.split(' '));
const bracketed = /^[【〖[（(■◆●▲★]\s?([^【】〖〗]{2,8}?)\s?[】〗\]）)]?(?:\s|$)/u;
const counted =
  /^(?:镜头|故事|场景|现场|案例|案情|变化|亮点|经验|做法|看点|声音|问题|焦点|困惑|建议|特写|片段|关键词|数据|第[一二三四五六七八九十]站)\s?(?:(?:之?[一二三四五六七八九十]{1,2}|\d{1,2}|[①-⑳])\s?(?:[:：]|\s|$)|[:：])/u;

/** Whether a title names a part that stories have, with or without brackets: 核心提示, 【新闻背景】, `镜头一：…`, `看点二 …`. No story has it for a headline. */
export function isSectionLabel(title: string): boolean {
  if (title.length <= 6 && labels.has(title.replace(/[:：]$/u, ''))) return true;
  const inner = bracketed.exec(title)?.[1];
  return (inner !== undefined && labels.has(inner)) || counted.test(title);
}
