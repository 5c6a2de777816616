/** The word without an ending that makes another word of it: industrialized, industrialist, industries. */
export function stem(word: string): string {
  return word.replace(
    /(?:s|es|ed|d|ing|er|ers|or|ors|ly|al|ally|ic|ics|ist|ists|ism|ive|ity|y|ies|ion|ions|ment|ments|ance|ence|ant|ent|able|ible)$/,
    '',
  );
}

/** "resistence" for resistance, "permanant", "docter", "responsable", "abatd" for abated: no other ending, a slip. */
export function isSameButVowel(word: string, known: string): boolean {
  if (/[bcdfgkpstvxz]d$/.test(word) && known.endsWith('ed')) return true;
  return word !== known && !/^(?:depend|a?scend|descend|confid|pend)/.test(known) && bare(word) === bare(known);
}

/** A word without the vowel of its ending, where one alone is right: not "converter" and "convertor". */
function bare(word: string): string {
  return word.replace(/[ae](?=n(?:ce|cy|t)s?$)|(?<=[aci]t)[eo](?=rs?$)|(?<![cnrs]t|nd|rn)[ai](?=ble$)/, '');
}

/** -ise for -ize, -our for -or, -re for -er, -ense for -ence, -ogue for -og: spellings that are right somewhere. */
export function spelling(word: string): string {
  return word
    .replace(/(?<=en|acti)s(?=es?$)/, 'c')
    .replace(/is(?=e|a|i)/g, 'iz')
    .replace(/ys(?=e|i)/g, 'yz')
    .replace(/our/g, 'or')
    .replace(/re(?=s?$)/, 'er')
    .replace(/ll(?=ed|ing|er|or|ment|ful|ation|ous|i[sz]|ity|en$|i$)|(?<=[io])ll$/g, 'l')
    .replace(/ae|oe/g, 'e')
    .replace(
      /(?<=n)i(?=um$)|(?<=m)me(?=s?$)|(?<=og)ue(?=s?$)|(?<=dg)e(?=ment)|(?<=^ag)e(?=ing)|(?<=iz|k|v)e(?=able)|(?<=cus|ias)s(?=ed|ing)|(?<=efit|[rd]get)t(?=ed|ing)/g,
      '',
    )
    .replace(/ph/g, 'f');
}
