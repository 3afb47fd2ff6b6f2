const note = /^[\s【[(（]*(?:编者按|编前|编后|编者的话|开栏的?话|按语|编辑提示)[\s】\])）]*[:：\s]/u;
const line =
  /^[\s【[(（*▲△▼]*(?:下期(?:预告|关注|看点)|明日(?:预告|关注)|今日导读|敬请(?:关注|期待)|更多(?:内容|精彩|报道)|详见(?:今日|本报|第)|扫码|(?:免责|版权|特别|郑重)声明|联系我们|本版(?:稿件|图片|照片|文字|文图|图文)|相关(?:链接|阅读)[:：])/u;
/** A line of the edition's index: `A02 大孟镇的葡萄熟了`, `… （详见A05版）`. */
const index = /^[A-D]\d{2}版?[\s:：·]+[^\s。][^。]{3,28}$|^[^。]{4,30}[（(]?详?见[A-D]?\d{1,2}版[)）]?$/u;
/** What the editors say of a text beside it: where it was printed first, how long it is, that names in it are others, that it ends. */
const remark =
  /^[\s（(【]*(?:(?:转自|转载自|摘自|原载|选自)《?[\u4e00-\u9fff·]{2,14}》?|(?:文中|文内|以上)[^。，]{0,10}化名|(?:全文|本文)?(?:完|共?(?:约|计)?\s?\d+\s?字)|字数[:：]\s?\d+字?|(?:预计)?阅读(?:时间|时长|需)[^。]{0,10}|(?:本报)?综合(?:本报)?(?:消息|报道)?|(?:新华社|中新社|本报资料图?|资料图)发?|承印[:：][^。]{2,20}|(?:视频|音频)二维码)[。\s)）】]*$/u;
/** Space that was sold or given. */
const advertisement = /^[\s【[(（]*(?:公益)?广告[\s\]】)）]*$|^讲文明[\s，]?树新风\s?(?:公益广告)?$/u;
/** Who pays for a column. */
const sponsor = /^[^。]{0,8}由[^。]{2,20}(?:协办|冠名|赞助|特约)/u;
/** Who told the paper, and what it paid for that; who sent in a release, and whom to ask. */
const tip =
  /^[^。]{0,40}(?:线索征集|征集线索|新闻线索|报料|爆料|投稿|征稿|来稿)[^。]{0,12}(?:电话|热线|邮箱|微信|QQ)[^。]{0,30}。?$|^[（(【]?\s*(?:(?:新闻)?线索(?:提供)?人?|报料人?|爆料人?)[\s:：][^。]{2,24}$|^[^。，]{2,24}(?:稿酬|线索费|线索奖|奖金|奖励)\s?\d+\s?元[)）]?$/u;
const sender =
  /^[（(【]?\s*(?:供稿|报送|来稿|发稿|投稿|撰稿|报料|发布)(?:单位|部门|科室|机构)\s?[:：]|^[（(【]?\s*(?:媒体|新闻)(?:联系|联络)(?:人|方式|电话)?\s?[:：]|供(?:各)?媒体(?:选用|采用|参考)/u;
/** Whom a letter to the paper addresses, and who signs it: `编辑同志：`, `读者 佟大姐`. */
const salutation =
  /^(?:尊敬的|敬爱的|亲爱的)?(?:编辑|记者|主持人|本报|贵报|[\u4e00-\u9fff]{2,6}[报台])(?:编辑)?(?:同志|部|老师|朋友)?(?:们)?(?:[，,]?(?:你|您)们?好)?[：:！]$/u;
const signature =
  /^(?:一)?(?:读者|市民|网友|来信人|热心(?:读者|市民))\s?[\u4e00-\u9fff]{2,4}$|^此致$|^敬礼[！!]?$/u;
/** To whom a bulletin goes: `送：县委办…`, `发：各村…（共印150份）`. */
const distribution = /^(?:主?送|抄送|报|发|抄报)[:：]|共印\s?\d+\s?份|^主题词[:：]/u;

/** What readers and offices set beside a story is short and no sentence. */
function isOfOthers(text: string): boolean {
  return text.length <= 70 && !/。./u.test(text) && [tip, sender, signature].some((kind) => kind.test(text));
}

/** Whether a paragraph addresses the paper: a letter begins with it, below its headline. */
export function isSalutation(text: string): boolean {
  return text.length <= 20 && salutation.test(text);
}

/** Whether a paragraph is the editors' word and no part of the story beside it: notes, index, trailers, sponsors, disclaimers, distribution. */
export function isEditorial(text: string): boolean {
  if (note.test(text)) return text.length <= 300;
  return (
    text.length <= 120 &&
    ([line, index, remark, advertisement, sponsor, distribution].some((kind) => kind.test(text)) ||
      isOfOthers(text))
  );
}
