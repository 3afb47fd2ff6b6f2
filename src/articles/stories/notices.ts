const titles =
  /^(?:[\u4e00-\u9fff]{0,24}(?:遗失声明|遗失启事|挂失声明|声明作废|注销公告|减资公告|清算公告|招标公告|拍卖公告|中标公告|送达公告|债权转让.{0,6}公告|招租公告|停水公告|停电公告|更正启事|寻物启事|招领启事|认领启事|讣告|广告|分类广告|分类信息|便民信息|友情提示)|遗失|声明|公告|启事|通告|公示|天气|天气预报|今日天气|明日天气|天气实况|郑州天气|气象|空气质量(?:日报|预报)?|停电信息|停水通知|[\u4e00-\u9fff]{2,10}启事|开奖(?:公告|信息)|征订启事|征稿启事|招聘启事)$/u;
const texts =
  /声明作废|特此(?:声明|公告|通告|启事)|不慎(?:将.{2,30})?(?:遗失|丢失).{0,80}作废|遗失.{2,80}(?:作废|声明)|拟向.{2,20}登记机关申请注销|请债权人自.{2,30}申报债权|招租(?:电话|热线)|(?:广告|招商|加盟|订票|售楼|团购|贵宾)热线|登报(?:电话|热线)/u;
const weather =
  /(?:晴|多云|阴|阵雨|小雨|中雨|雨夹雪|小雪).{0,60}(?:最高气温|最低气温|气温|风力|级|℃|度).{0,60}(?:℃|度|级)/u;

/** Whether a title or what stands under it is a notice, an advertisement or the weather: no story. */
export function isNotice(headline: string, text: string, hasByline: boolean): boolean {
  if (hasByline) return false;
  const title = headline.replace(/[\s【】[\]■□●]/gu, '');
  if (titles.test(title)) return true;
  const head = text.slice(0, 400);
  if (texts.test(head)) return true;
  return head.length < 220 && weather.test(head) && !/[“”]|记者|演练|活动/u.test(head);
}
