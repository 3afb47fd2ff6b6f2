/** Words that stand beside date, paper and page number where an edition is on the net. */
export const editionToken =
  /PDF版?(?:阅读|下载)?|(?:下载|阅读|查看|打开|该版|本版)PDF|多媒体(?:数字)?[报版]|数字(?:报|版)|电子(?:报|版)(?:系统|阅读器)?|(?:数字报|网站)?首页|返回(?:首页|目录|列表|顶部|上页)|版面(?:导航|概览|目录|列表)|标题导航|当前版|(?:查看)?原版面|[上下]一[版篇页条期]|正文|评论/gu;
/** Words of menus and buttons: they say that a line is a site's only where it has nothing else. */
const menuWord =
  /设为首页|加入收藏|登录|注册|收藏|分享(?:到|让更多人看到)?|打印(?:本页)?|(?:高级|稿件)?(?:搜索|检索)|请输入关键[字词]|全部|标题|放大|缩小|默认|复制全文|朗读|语音播报|微信|微博|QQ(?:空间|好友)?|网摘|纠错|商城|推荐|字[号体]|关闭(?:窗口)?|(?:手机|电脑|移动|触屏|无障碍)版|客户端|繁体|简体|网站(?:简介|地图|声明)|(?:广告|会员)服务|联系(?:方式|我们)|关于我们|(?:法律|版权|隐私|免责)(?:声明|政策)|相关(?:新闻|链接|阅读)|热门推荐|点击排行|(?:本版|更多|最新|热点)新闻|(?:我要|网友|暂无|参与)评论|(?:已有)?\s?\d+\s?人参与|我来说两句|加载中|正在加载|点击查看(?:大图|更多|原图)?|(?:点击)?(?:下载|打开|安装)(?:APP)?|阅读(?:全文|器)|扫一扫|扫描二维码|手机[看读]报|往期回顾|按日期(?:检索|查[阅询])|更多(?:期数)?|展开(?:全文)?|收起|(?<![\u4e00-\u9fff])[大中小](?![\u4e00-\u9fff])/u;
const step = new RegExp(`[^\\u4e00-\\u9fffA-Za-z]+|${editionToken.source}|${menuWord.source}`, 'iuy');

/** Whether a line has nothing but such words, read one after another: no word is tried in two ways. */
function isMenu(line: string): boolean {
  step.lastIndex = 0;
  while (step.lastIndex < line.length) if (!step.test(line)) return false;
  return /[\u4e00-\u9fffA-Za-z]/u.test(line);
}

/** Where a page stands on its site: `首页 » 某日报 » 第14版`. */
const trail = /^[^\s。，>»]{2,12}(?:\s*(?:>{1,2}|»|›)\s*[^。，>»]{2,16}){2,}$/u;
/** Issues of an archive, `2024-10-13,9555|2024-10-12,9547`, and the days of its calendar. */
const archive =
  /^(?:\d{4}-\d{1,2}-\d{1,2},\d{1,8}[\s|]*){2,}$|^(?:\d{1,2}\s+){4,}\d{1,2}$|^日?\s?一\s?二\s?三\s?四\s?五\s?六\s?日?$/u;
const location =
  /^(?:您?当前(?:的)?位置|您?现在?的?位置|首页\s?[>›»/|])|^发布(?:时间|日期)[:：]|^【(?:字体[:：]|打印|关闭|纠错)|^(?:打印本页|关闭窗口|扫一扫(?![\u4e00-\u9fff]{4}))|^日期[:：].*(?:版[次名]|字体)[:：]|^本[文页](?:网址|链接|地址)[:：]|政府网站(?:年报|地图)|^(?:网站地图|联系我们|关于我们|隐私声明|无障碍)(?:$|[\s|])/u;
const navigation =
  /^[\s【[(（<＜《«]*(?:上一[篇版页]|下一[篇版页]|上一条|下一条|返回(?:目录|首页|顶部|上页)?|放大|缩小|默认|字号|打印(?:本页)?|关闭(?:窗口)?|版面(?:导航|概览|目录)|标题导航|往期回顾|朗读|分享(?:到)?|版权所有|版权声明|浏览(?:次数|量)|点击(?:数|量)|发布时间|发表时间|本文来源|来源|字体)(?![\u4e00-\u9fff]{5})/u;

/** Who may copy a site, who runs it under which licence, and how often it was read. */
const imprints: readonly RegExp[] = [
  /^(?:copyright|©|\(c\)|powered by|produced by)|all rights reserved|保留所有权利|ICP备|公网安备|网站标识码/iu,
  /^[^。，]{0,12}未经[^。]{0,14}(?:授权|许可|同意|允许)[^。]{0,12}(?:转载|复制|镜像|摘编)/u,
  /^(?:互联网|增值电信|信息网络传播|广播电视节目|网络(?:出版|文化|视听))[^。，]{0,20}许可证/u,
  /^(?:技术支持|网站(?:维护|制作|建设)|(?:维护|制作)单位)[:：]|^[^。，]{2,16}技术支持$/u,
  /^[您你]是第\s?\d+\s?位|^(?:总|今日|本页)?(?:访问|浏览|点击|阅读)[次量数]{1,2}[:：]\s?\d/u,
  /^违法和?不良信息举报/u,
];
/** What a site says to the browser's owner. */
const browser =
  /^(?=.*(?:浏览器|分辨率))(?=.*(?:IE|Chrome|Firefox|谷歌|火狐|360|JavaScript|webkit|Flash|\d{3,4}\s?[×x*]\s?\d{3,4}))[^。]{0,10}(?:您|建议|推荐|请|最佳)/iu;

/** Whether a line is of the web page around a text: where it stands, menus and buttons, rights and licences, visitors, browsers. */
export function isOfSite(line: string): boolean {
  if (archive.test(line)) return true;
  if (line.length > 120) return false;
  if (/浏览器|分辨率/u.test(line) && browser.test(line)) return true;
  if (imprints.some((kind) => kind.test(line))) return true;
  if (/[。！？]./u.test(line)) return false;
  if (location.test(line) || trail.test(line)) return true;
  if (line.length < 60 && navigation.test(line)) return !/[！？。]|作者|记者/u.test(line);
  return line.length >= 3 && line.length < 60 && isMenu(line);
}
