const foreword = /^[【[]?(?:核心提示|阅读提示|新闻提示|内容提要|提要|导读|导语|引子|阅读导引)[】\]]?[:：\s]/u;

/** Whether a paragraph is what a story says ahead of its byline: `核心提示：…`. */
export function isForeword(text: string): boolean {
  return foreword.test(text);
}
