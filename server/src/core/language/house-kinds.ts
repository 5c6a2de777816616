import { dictionary } from '../text/dictionary.js';

/** What a place or a body is, in English and as the sign that Chinese names of its kind have: a city is a 市. */
export const houseKinds: Readonly<Record<string, string>> = dictionary({
  bank: '银行',
  borough: '区',
  city: '市',
  college: '学院',
  company: '公司',
  county: '县',
  district: '区',
  group: '集团',
  hospital: '医院',
  province: '省',
  trust: '信托',
  university: '大学',
});
