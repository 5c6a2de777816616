import { list } from './list.js';

/**
 * Chinese measure words of bodies, people and things in general: a count with one of them is a plain number. The
 * longest first.
 */
export const measures: readonly string[] = list(
  '人次|人年|省份|家次|批次|班次|件次|户次|场次|例次|个|家|项|名|人|位|条|种|所|座|次|处|户|件|份|类|批|支|张|门|轮|场|起|宗|笔|款|档|栋|幢|间|篇|组|对|例|' +
    '眼|宗|届|趟|封|页|句|幅|班|队|片|口|道|枚|颗|剂|床|亩次|字|对|步|盏|孔|顶|根|瓶|袋|盒|股|份',
);

/** Words that count only after Arabic digits: 31省, 12县. After Han numerals they are parts of names. */
export const measuresAfterDigits: ReadonlySet<string> = new Set(
  list(
    '省|市|县|镇|村|国|区|校|院|站|岛|厂|店|州|乡|层|级|门|步|口|道|对|字|页|届|班|队|片|组|床|轮|眼|孔|枚|间|档|款|处|强|分|点',
  ),
);

/** Units that after one Han digit are mostly parts of other words: 三部门, 两头, 一元. */
export const unitsNotAfterOneDigit: ReadonlySet<string> = new Set(
  list('部|节|头|只|块|列|册|度|升|斤|克|瓦|角|米|焦|伏|套|箱|台|方|元|秒|架|年|周|日'),
);
