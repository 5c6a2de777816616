import type { NotionWords } from './notions.js';

/** Verbs that tell how much there is. */
const holding =
  'fait|font|est|sont|était|étaient|a|ont|avait|avaient|aura|compte|comptent|comptait|représente|représentent|reste|' +
  'restent|restait|produit|produisent|couvre|couvrent|emploie|emploient|concerne|concernent|coûte|coûtent|dure|durent|' +
  'atteint|atteignent|vaut|valent|fallait|faut|faudra|progresse|progressait|recule|consomme|exporte|importe|dépense';

/** French is read and not judged: what rules ask beyond this is in no list yet. */
export const french: Partial<NotionWords> = {
  denies: {
    // Ne stands apart from pas, jamais, plus: it denies by itself.
    says:
      "ne|n'|pas|jamais|aucun(|e|ement)|nul(|le)|nullement|guère|nulle part|" +
      "loin (de|d')|faute (de|d')|au lieu (de|d')|plutôt que|échou(e|ent|é|ée|er|ait)|démenti(|e|s|es|t)|démentent|" +
      'ni(e|ent|ait)|réfut(e|ent|é|ée|er)|contest(e|ent|é|ée|er)|infirm(e|ent|é|ée|er)|faux|fausse|contrairement (à|au|aux)',
    but:
      // Ne … que is only, ne … pas moins a bound.
      `(ne|n') (${holding}) (que|qu'|plus (que|qu')|pas (moins|seulement|uniquement|que))|ne serait ce que|n'empêche|` +
      'pas moins|pas seulement|pas uniquement|(premier|premiers|un|le|au|grand|faux) pas|pas (à|de) (pas|géant)|' +
      "(que|plus que|mieux que) jamais|nul doute|aucun doute|sans aucun|non loin (de|d')|faux départ|" +
      '(au|en|du|de) nul',
  },
  negates: { says: 'sans|non', but: 'sans (doute|conteste)|non (seulement|plus|loin)' },
};
