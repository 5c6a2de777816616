import type { NotionWords } from './notions.js';

export const english: NotionWords = {
  // Whether a sentence says that something is so.
  denies: {
    says:
      'not|never|nor|neither|nobody|no one|none|nowhere|cannot|no longer|by no means|in no|at no (time|point)|' +
      "(isn|wasn|aren|weren|hasn|haven|hadn|didn|doesn|don|can|couldn|won|wouldn)'t|(fail|fails|failed) to|" +
      'instead|rather than',
    but:
      '(no|not) (less|fewer|more|lower|higher|later) than|not (only|just|merely|least)|' +
      'second to none|none the less',
  },
  doubts: { says: 'wrongly|falsely|mistakenly|erroneously|incorrectly' },
  supposes: {
    says: 'if|unless|whether|were to|scenario|assum(e|es|ed|ing|ption)|hypothetical*|suppos(e|es|ed|ing)',
  },
  mayBe: { says: 'would|could|might|=may' },
  expects: {
    says:
      'expect(|s|ed|ing|ation|ations)|forecast*|project(s|ed)|projection(|s)|predict(|s|ed|ion|ions)|' +
      'estimate(|s) that|anticipat(e|es|ed)',
  },
  toCome: { says: 'will|shall' },
  plans: {
    says: 'plan(|s) to|planned|aim(|s|ed)|want(|s|ed)|hope(|s|d)|target(|s|ed)|goal(|s)|intends|seek(|s) to|(is|are) to',
  },
  demands: { says: 'should|must|ought|(has|have) to|need(|s) to' },
  hearsay: { says: 'claim(|s|ed)|alleged(|ly)|reportedly|(rumor|rumour)(|s|ed)' },
  states: { says: 'was|were|stood|rose|fell|grew|reached|(totaled|totalled)|hit|came' },
  subordinates: { says: 'that' },

  // Whether a figure is another than the one on record.
  revised: {
    says:
      'revis(ed|ion|ions)|restated|rebased|re-based|finali(s|z)ed|' +
      'final(|ly) (verif*|accounts|figure|figures|data|estimate|estimates|reading|readings|calculation|calculations|result|results|put)',
  },
  provisional: { says: 'provisional|preliminary|initial(|ly)|(first|early) estimate' },
  adjusted: { says: 'seasonally|adjusted|(constant|current) prices|nominal|real' },

  // Lists and tasks.

  // People and posts.

  // Quotations, and who is quoted.

  // Words around a place of the text: what fits, what is still to fill.

  // Rules of their own.

  // Figures, tables and sources.
};
