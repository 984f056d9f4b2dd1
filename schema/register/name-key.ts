/**
 * Signs that names of bodies are written with in both Chinese scripts: each traditional one, and below it the simplified
 * one that is meant.
 */
const traditional =
  '學與國際術轉協會業產發開實驗創區東華廣蘇滬寧漢聯團隊資訊電腦網絡農醫藥療衛環態氣機構設計據數處務為歐亞羅馬義萬億專門總長書館藝圖經濟貿財銀銷應課題標準質檢測試製備車輛鐵鋼銅鋁礦運' +
  '輸飛艦動員導師範歷錄檔號寶貝龍鳳島嶼灣線點燈雲遠達進選還園關體臺鄉縣蘭韓緬聲連頭節優價極軟輕紡織鹽種糧漁獸參證審評監辦議論談訪問請謝詢諮詳讓護權維緣綠紅約級納紀細組給結統繼續編';
const simplified =
  '学与国际术转协会业产发开实验创区东华广苏沪宁汉联团队资讯电脑网络农医药疗卫环态气机构设计据数处务为欧亚罗马义万亿专门总长书馆艺图经济贸财银销应课题标准质检测试制备车辆铁钢铜铝矿运' +
  '输飞舰动员导师范历录档号宝贝龙凤岛屿湾线点灯云远达进选还园关体台乡县兰韩缅声连头节优价极软轻纺织盐种粮渔兽参证审评监办议论谈访问请谢询咨详让护权维缘绿红约级纳纪细组给结统继续编';

const folded = new Map([...traditional].map((sign, i) => [sign, [...simplified][i]!]));

/**
 * A name without what people write differently: width, case, accents, spaces and punctuation, and the script of Chinese
 * signs. Two names of one key are likely one body. '' where there are no letters or digits.
 */
export const nameKey = (name: string): string =>
  [...name.normalize('NFKD').toLowerCase()]
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .map((sign) => folded.get(sign) ?? sign)
    .join('');
