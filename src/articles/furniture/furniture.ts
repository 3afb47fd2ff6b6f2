import { jump } from '../paragraphs/tails.js';
import { editionToken, isOfSite } from './web-page.js';

const paperName =
  /(?:《\s*)?[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|都市报|商报|时报|周报|快报)(?:\s*》)?|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,7}(?<![预通公海喜捷简情汇举电快战])报(?![\u4e00-\u9fff])/gu;
const dateToken =
  /(?:公元)?[12]\d{3}\s?[年\-/.]\s?\d{1,2}\s?[月\-/.]\s?\d{1,2}\s?日?|二[〇○零Oo0][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|\d{1,2}月\d{1,2}日/gu;
const lunarToken =
  /(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?|农历[\u4e00-\u9fff]{2,8}|[正二三四五六七八九十冬腊]月[初十廿][一二三四五六七八九十]|星期[一二三四五六日天]|(?<![A-Za-z])(?:MON|TUE|WED|THU|FRI|SAT|SUN)(?:[A-Z]{3,6})?\.?(?![A-Za-z])|周[一二三四五六日](?![\u4e00-\u9fff])/gu;
const pageToken =
  /第?\s?[A-Za-z]?\d{1,3}\s?[版页]|第[一二三四五六七八九十]{1,3}版|[一二三四五六七八九十]{1,2}版|版[次面]?[:：\s]*[A-Za-z]?\d{1,3}|(?<![\dA-Za-z])[A-Z]{1,2}\d{1,3}(?![\dA-Za-z])|今日[\d一二三四五六七八九十]+版|(?:[12]\d{3}年)?[总增]?第[\d一二三四五六七八九十百千〇○零]+期/gu;
/** What only those who publish write: who does, under which number, and for whom. */
const publishingToken =
  /[\u4e00-\u9fff]{2,16}(?:主办|主管|编印|承印|编辑出版)|(?:主办|主管|承办|出版|编辑出版)[:：]\s?[\u4e00-\u9fff]{2,20}|[\u4e00-\u9fff]{0,3}[资准]{1,2}字\s?[\d第〔〕[\]年]+号?|内部(?:资料|刊物|交流)|注意保存|免费赠阅|国内统一(?:连续出版物|刊)号|邮发代号|CN\s?\d{2}-\d{4}|(?:零售|订阅)?(?:每份|价)[:：]?\s?[\d.一二两三五]+元|原创|官方(?:微[信博]|抖音|网站|客户端)|发表于|IP属地|[\u4e00-\u9fff]{2,8}(?:发布|融媒(?:体中心)?|微讯)(?![\u4e00-\u9fff])/gu;
/** Says nothing by itself: a headline has numbers, too. */
const bareNumber = /(?<![\dA-Za-z])\d{1,3}(?![\dA-Za-z])/gu;
const timeToken = /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/gu;
/** `责编 王芳 校对：李敏` inside a header line. */
const creditToken =
  /(?:责任编辑|责编|编辑|校对|统筹|美编|视觉|版式|组版|主编|审读|值班主任)[:：\s/／]{0,3}(?!同志|老师|部|你好|您好)[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])/gu;
const latinToken = /[A-Za-z][A-Za-z.@:/\-_\d]*/gu;
const contactToken = /(?:\d{3,4}-)?\d{7,8}|https?:\/\/\S{1,200}|[\w.-]{1,60}@[\w.-]{1,60}/gu;
const punctuation =
  /[\s|·•\-—–_/\\:：,，.。、~《》【】()（）[\]<>＜＞=*#◎●■□◆▲+\p{Extended_Pictographic}]+/gu;

const credits =
  /^[\s【[(（]*(?:本版|本期|今日|一版|值班)?\s?(?:责\s?任?\s?编\s?辑?|编\s?辑|校\s?对|校\s?检|统\s?筹|(?:本[报刊])?(?:法律)?顾\s?问|美\s?编|版\s?式|组\s?版|主\s?编|副主编|值班(?:主任|总编|编委|编辑)|总值班|编委|签发|审\s?读|审\s?校|审\s?核|终\s?审|监\s?制|策\s?划|制\s?图|视\s?觉|设\s?计|排\s?版|图\s?编|[一二三初复]\s?审|审\s?签|签\s?发|出\s?品|总监制|监\s?制|运营|(?:新闻|读者|报料|爆料|来稿|供稿|互动|本报|本版|编辑部|采访|责编|读编)?(?:热线电话|热线|电话|传真|邮\s?箱|电子邮[箱件]|信箱|电子信箱)|E-?mail|投稿|投稿邮箱|征订(?:热线|电话)|发行(?:热线|电话)|地址|社址|邮编|邮政编码|国内统一|CN\s?\d|邮发代号|广告许可证|广告热线|发行热线|印刷|零售|定价|总第|官方微[博信]|扫码|扫描二维码|客户端|网址)[\s:：/／|｜丨]/iu;
const creditsNoGap =
  /^(?:本版|本期)?(?:责编|编辑|校对|统筹|美编|版式|组版|主编|责任编辑|审读|视觉)[\u4e00-\u9fff]{2,4}(?:$|[\s,，、/／|])/u;
/** Whose site or station it is: nothing but the name of an office or a medium. */
const owner =
  /^[\u4e00-\u9fff]{2,12}(?:人民政府(?:门户)?(?:网站?)?|管(?:理)?委(?:员)?会(?:门户)?网站?|门户网站?|新闻网|信息网|政务网|(?:人民)?广播电视?台|融媒体中心|电视台)$/u;

/** What a post of a messenger sets around its text. */
const social =
  /^原创[\s:：|丨]|^收录于|^#\S{2,20}(?:\s#\S{2,20})*(?:\s?\d+个)?$|设为星标|^星标|微信扫一扫|^(?:微信号|功能介绍|预览时标签|继续滑动|[向上]{2}滑动|轻[触点]|长按|听全文|全文共|写留言|喜欢此?内容|个人观点)|点击[^。]{0,14}(?:蓝字|关注)|^[^。]{0,8}关注我们|识别.{0,4}二维码|扫码关注|点.{0,2}[“"]?在看|^往期(?:推荐|回顾|精彩)|^[\s—\-=·]*(?:END|The End)[\s—\-=·]*$|阅读原文|^阅读\s?[\d万+.]+|^(?:分享|收藏|点赞|在看|转发)(?:\s|$)/iu;
/** Numbers the stories of a compilation: `【通稿一】`, `PART.01`, `/ 02 /`. */
const ordinal =
  /^[\s【[(（/|*#]*(?:(?:通稿|稿件|新闻|消息|信息|简讯|快讯|报道|动态|要闻)\s?之?第?|第|part|no|story|news)[\s.]*[一二三四五六七八九十\d]{1,3}\s?[号条篇则]?[\s】\])）:：/|]*$|^\/\s?\d{1,2}\s?\/$/iu;
const bareOrdinal = /^[^\u4e00-\u9fffA-Za-z\d]{0,3}\d{1,2}[^\u4e00-\u9fffA-Za-z\d]{0,3}$/u;
/** The paper's own telephone without a colon, and the imprint: who prints it, for how much. */
const hotline =
  /^[\u4e00-\u9fff]{0,6}(?:报|刊|台|网|读者|新闻|编辑部|采访)[\u4e00-\u9fff]{0,4}(?:热线|电话|传真|专线)\s?[\d\-—、\s]{7,40}$|^[\u4e00-\u9fff]{0,4}(?:投稿|来稿|供稿|报料|爆料|读者)?(?:邮箱|信箱|电邮)\s\S{4,40}@\S{4,40}$/u;
const imprint =
  /(?:社址|本报地址|地址|邮编|邮政编码|广告部|发行部|总编室|编辑部|办公室|记者部|月价|年价|季价|零售价?|定价|每份|印刷|承印|印数|许可证|刊号|代号|网址|订阅|开户)(?=[^\u4e00-\u9fff]{0,3}[:：\s\d(（])/gu;
const folio = /^[\s\-—–·|[(（]*(?:第\s?)?[A-Za-z]{0,2}\s?\d{1,4}\s?(?:版|页|\/\s?\d{1,3})?[\s\-—–·|\])）]*$/u;

/** Letters and words of a line that say nothing of the line's own: dates, page numbers, names of papers, addresses. */
function leftOver(line: string): { readonly rest: string; readonly found: number } {
  let found = 0;
  let rest = line;
  const names = line.includes('报') ? [paperName] : [];
  const strong = [
    publishingToken,
    editionToken,
    contactToken,
    creditToken,
    ...names,
    dateToken,
    timeToken,
    lunarToken,
    pageToken,
  ];
  for (const token of strong)
    rest = rest.replace(token, () => {
      found += 1;
      return ' ';
    });
  rest = rest.replace(bareNumber, ' ');
  return { rest: rest.replace(latinToken, ' ').replace(punctuation, ''), found };
}

/** Whose report a story is, on a line of its own: `据《河南日报》报道`, `（据新华社）`. */
const source =
  /^[(（【]?\s*(?:据|综合)\s?《?[\u4e00-\u9fff]{2,10}(?:社|报|网|新闻|客户端)》?(?:电|报道|消息)?\s*[)）】]?$/u;

/** A line with nothing but the number of a page. */
export function isFolio(line: string): boolean {
  return line.length < 20 && folio.test(line);
}

/** Whether a line only numbers the story below it. */
export function isOrdinal(line: string): boolean {
  return line.length <= 14 && (ordinal.test(line) || bareOrdinal.test(line));
}

/** Who issues a bulletin: `须水街道党政办公室 2019年5月6日`. */
const issuer = /(?:办公室|委员会|宣传部|中心|管委会|政府|局|街道|办事处|党委|工委|编辑部|编|印|印发)$/u;
/** What a bulletin calls itself beside its number. */
export const bulletin =
  /(?:速览|速递|播报|微报|[早晚]读|[早晚晨]报|头条|资讯|要闻|串联单|节目单|文稿|简报|简讯|专报|快报|月报|周报|周刊|月刊|动态|通讯|信息|通稿|汇编|选编|摘编|汇总|集锦|报|刊)$/u;

/** The day of an issue, with its year. */
export const issueDate =
  /[12]\d{3}\s?[年\-/.]\s?\d{1,2}\s?[月\-/.]\s?\d{1,2}|二[〇○零Oo0][一二三四五六七八九〇○零]{1,2}年/u;

/** The day of a bulletin with a word on it, in brackets: `（2025年3月6日，供媒体选用）`. */
const bracketedDay = /^[（(][^()（）。]{0,12}[12]\d{3}年\d{1,2}月\d{1,2}日[^()（）。]{0,14}[)）]$/u;

/** A line with nothing but date, paper, page number and page name. */
export function isHeaderLine(line: string): boolean {
  if (/[)）]$/u.test(line) ? bracketedDay.test(line) : line.length <= 24 && owner.test(line)) return true;
  if (line.length > 120 || /[。！？；“”，]/u.test(line)) return false;
  const { rest, found } = leftOver(line);
  if (found === 0) return rest === '' && /[A-Za-z]{4}/u.test(line);
  if (rest.length === 0 || (rest.length <= 14 && found >= (issueDate.test(line) ? 3 : 4))) return true;
  if (line.length > 70) return false;
  if (issueDate.test(line) && rest.length <= 24 && issuer.test(rest)) return true;
  if (/第\S{1,4}期|[12]\d{3}\D\d{1,2}\D\d{1,2}/u.test(line) && rest.length <= 14 && bulletin.test(rest))
    return true;
  return (rest.length <= 7 && found >= 2) || (rest.length <= 4 && /版|页/u.test(line));
}

/** Who wrote a story may stand beside a date. */
const writer = /(?:记者|通讯员|作者)[:：]?\s?[\u4e00-\u9fff]{2,4}(?:\s|$)/u;

/** Whether a line is the page's and no story's: paper, date, page number and name, editors, folio, navigation. */
export function isFurniture(line: string): boolean {
  if (line.length > 120 || jump.test(line) || writer.test(line)) return false;
  if (isFolio(line) || source.test(line) || hotline.test(line) || ordinal.test(line)) return true;
  if (line.includes('价') || line.includes('邮') || line.includes('部'))
    if ((line.match(imprint)?.length ?? 0) >= 2 && !/[。！？]./u.test(line)) return true;
  if (line.length <= 60 && social.test(line)) return true;
  if (isOfSite(line)) return true;
  if (credits.test(line) || creditsNoGap.test(line)) return line.length <= 90 && !/[。！？]./u.test(line);
  return isHeaderLine(line);
}

/** Whether a line is a slogan: three and more groups of equal length, or two lines' worth of such, and nothing else. */
export function isSlogan(line: string): boolean {
  const groups = line.split(' ');
  const [first] = groups;
  if (first === undefined || groups.length < 3 || groups.length > 6) return false;
  return (
    first.length >= 2 &&
    first.length <= 6 &&
    groups.every((group) => group.length === first.length && /^[\u4e00-\u9fff]+$/u.test(group))
  );
}
