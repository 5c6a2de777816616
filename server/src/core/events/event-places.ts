import { dictionary } from '../text/dictionary.js';

/** Chinese cities and provinces that meetings are held in, with the character that stands for them. */
const chinese: Readonly<Record<string, string>> = dictionary({
  北京: '京',
  上海: '沪',
  天津: '津',
  重庆: '渝',
  广州: '穗',
  深圳: '深',
  杭州: '杭',
  南京: '宁',
  武汉: '汉',
  成都: '蓉',
  西安: '',
  郑州: '郑',
  长沙: '',
  合肥: '',
  济南: '济',
  青岛: '青',
  苏州: '苏',
  厦门: '厦',
  福州: '榕',
  沈阳: '沈',
  大连: '',
  哈尔滨: '哈',
  长春: '',
  石家庄: '',
  太原: '',
  南昌: '',
  昆明: '昆',
  贵阳: '筑',
  南宁: '邕',
  海口: '',
  兰州: '',
  西宁: '',
  银川: '',
  呼和浩特: '',
  乌鲁木齐: '',
  拉萨: '',
  宁波: '甬',
  无锡: '',
  珠海: '',
  香港: '港',
  澳门: '澳',
  伦敦: '',
  巴黎: '',
  纽约: '',
  东京: '',
  柏林: '',
  莫斯科: '',
  华盛顿: '',
});

const byShort = new Map(Object.entries(chinese).map(([city, short]) => [short, city]));

/** The city that a few characters name, in full: 京 is 北京, 上海市 is 上海; undefined for what is no known city. */
export function chineseCity(text: string): string | undefined {
  const plain = text.replace(/市$/, '');
  if (Object.hasOwn(chinese, plain)) return plain;
  return plain.length === 1 ? byShort.get(plain) : undefined;
}
