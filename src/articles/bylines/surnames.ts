const single = `
赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐
费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁
杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚
程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙
叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温
别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋
沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况有琴商佘佴伯赏墨哈谯笪年爱阳佟言福闫肖付候代苟仝邸展楚桑覃原战鹿曲苑信仉豆
迟亓丛祖冼初税腾揭来宝卿菅芦蔄禤呼斯腊开兀弋青訾原晋兰缐生银麦底暴谌丘粟门侴蓬巨檀火玄芳逢闪延丑刑仵火仓郇买扎拜海虎妥者白撒洒
琚炊睢栗苌邝忽雒揣隋辜郄撖禚佀镡缴蒿蹇隽麴鄢荔涂岐啜鞏轧沐幺扆尧庹甯忻靖茆旷矫裔
`;
const double = `
欧阳 上官 司马 诸葛 皇甫 尉迟 东方 令狐 端木 公孙 慕容 夏侯 司徒 长孙 宇文 轩辕 钟离 闻人 申屠 公冶 濮阳 淳于 单于 太叔 司空 鲜于
闾丘 万俟 赫连 澹台 南宫 西门 独孤 呼延 东郭 百里
`;

const singles = new Set(single.replace(/\s/gu, ''));
const doubles = new Set(double.trim().split(/\s+/u));

/** Whether the character may be a family name. */
export function isSurname(character: string): boolean {
  return singles.has(character);
}

/** Whether the two characters that open the text are a family name of two characters: `欧阳`. */
export function opensWithDoubleSurname(text: string): boolean {
  return doubles.has(text.slice(0, 2));
}
