import type { YamlChange } from '../../server/src/core/vocabulary/write-yaml.js';

/** A file in the style of some author, with what is to be written into it. */
export interface YamlStyle {
  readonly style: string;
  readonly change: YamlChange;
  /** Its lines behind a mark: ` ` stays, `-` goes, `+` comes. */
  readonly lines: string;
  readonly eol?: '\n' | '\r\n';
  readonly noFinalNewline?: true;
}

const record = { period: 2023, value: 42.5, source: 'accounts-2023' };

export const yamlStyles: readonly YamlStyle[] = [
  {
    style: 'records in braces, indented below their key',
    change: { path: ['metrics', 'visits', 'observations'], item: record },
    lines: `
 metrics:
   visits:
     preferred: visits
     observations:
       - {period: 2021, value: 40, source: accounts-2021}
       - {period: 2022, value: 41, source: accounts-2022}
+      - {period: 2023, value: 42.5, source: accounts-2023}
     basis: accounts-2022
`,
  },
  {
    style: 'dashes under their key, without a step to the right',
    change: { path: ['metrics', 'visits', 'observations'], item: record },
    lines: `
 metrics:
   visits:
     observations:
     - { period: 2021, value: 40 }
     - { period: 2022, value: 41 } # preliminary
+    - { period: 2023, value: 42.5, source: accounts-2023 }
     preferred: visits
`,
  },
  {
    style: 'four spaces, records over several lines, fields in another order',
    change: { path: ['metrics', 'visits', 'observations'], item: record },
    lines: `
 metrics:
     visits:
         preferred: visits
         observations:
             - value: 40
               period: 2021
             - value: 41
               period: 2022
               source: accounts-2022
+            - value: 42.5
+              period: 2023
+              source: accounts-2023
 # the end
`,
  },
  {
    style: 'a list in brackets',
    change: { path: ['terms', 'desk', 'admitted'], item: 'help point' },
    lines: `
 terms:
   desk:
     preferred: lending desk
-    admitted: [desk, counter]  # both are said
+    admitted: [desk, counter, help point]  # both are said
`,
  },
  {
    style: 'a list in brackets over lines, with a comma at its end',
    change: { path: ['terms', 'desk', 'admitted', 'en'], item: 'help point' },
    lines: `
 terms:
   desk:
     admitted:
       en: [
         desk,
         counter, # said by staff
+        help point,
       ]
       zh: [柜台]
`,
  },
  {
    style: 'a list in brackets over lines, without a comma at its end',
    change: { path: ['terms', 'desk', 'admitted', 'en'], item: 'help point' },
    lines: `
 terms:
   desk:
     admitted:
       en: [
         desk,
-        counter # said by staff
+        counter, # said by staff
+        help point
       ]
`,
  },
  {
    style: 'one form instead of a list',
    change: { path: ['terms', 'desk', 'admitted', 'zh'], item: '服务台' },
    lines: `
 terms:
   desk:
     preferred: {en: lending desk, zh: 借阅服务台}
     admitted:
-      zh: 借阅处
+      zh: [借阅处, 服务台]
`,
  },
  {
    style: 'one form instead of a list, with a comma in it',
    change: { path: ['terms', 'desk', 'admitted', 'en'], item: 'desk' },
    lines: `
 terms:
   desk:
-    admitted: {en: 'lending, returning', zh: 柜台}
+    admitted: {en: ['lending, returning', desk], zh: 柜台}
`,
  },
  {
    style: 'a missing field in an entry in block style',
    change: { path: ['terms', 'desk', 'exceptions', 'en'], item: 'desk research' },
    lines: `
 terms:
   desk:
     preferred: {en: desk}
     note: |
       Not the table,
       but the place.
+    exceptions: {en: [desk research]}

   room:
     preferred: {en: room}
`,
  },
  {
    style: 'a missing field where another entry has it in block style',
    change: { path: ['terms', 'desk', 'admitted', 'en'], item: 'help point' },
    lines: `
 terms:
   room:
     admitted:
       en:
         - reading room
   desk:
     preferred: {en: desk}
+    admitted:
+      en:
+        - help point
 metrics: {}
`,
  },
  {
    style: 'an entry in braces',
    change: { path: ['terms', 'desk', 'exceptions', 'zh'], item: '服务台账' },
    lines: `
 terms:
   room: {preferred: {en: room, zh: 阅览室}}
-  desk: {preferred: {en: desk, zh: 服务台}}
+  desk: {preferred: {en: desk, zh: 服务台}, exceptions: {zh: [服务台账]}}
`,
  },
  {
    style: 'a new entry behind others, with empty lines between them',
    change: { path: ['terms', 'help-point'], value: { preferred: { en: 'help point', zh: '咨询点' } } },
    lines: `
 terms:
   desk:
     preferred: {en: desk, zh: 服务台}
     admitted: {en: [counter]}

   room:
     preferred: {en: room, zh: 阅览室}   # with a view
+
+  help-point:
+    preferred: {en: help point, zh: 咨询点}

 # Figures
 metrics:
   visits: {preferred: visits}
`,
  },
  {
    style: 'a new entry behind others in braces',
    change: { path: ['terms', 'help-point'], value: { preferred: 'help point', admitted: ['info, help'] } },
    lines: `
 terms:
   desk: { preferred: desk }
   room: { preferred: room }
+  help-point: { preferred: help point, admitted: ['info, help'] }
`,
  },
  {
    style: 'a missing kind, with empty lines between kinds',
    change: { path: ['terms', 'desk'], value: { preferred: 'desk', status: 'provisional' } },
    lines: `
 # Ours
 name: ours
 languages: [en]

 sources:
   accounts: {title: Accounts}
+
+terms:
+  desk:
+    preferred: desk
+    status: provisional
`,
  },
  {
    style: 'a missing kind in a file without a final line end',
    change: { path: ['terms', 'desk'], value: { preferred: 'desk' } },
    noFinalNewline: true,
    lines: `
 name: ours
 languages: [en]
+terms:
+  desk:
+    preferred: desk
`,
  },
  {
    style: 'an empty file',
    change: { path: ['terms', 'desk'], value: { preferred: '服务台' } },
    lines: `
+terms:
+  desk:
+    preferred: 服务台
`,
  },
  {
    style: 'a file of comments alone',
    change: { path: ['terms', 'desk'], value: { preferred: 'desk' } },
    lines: `
 # Terms of the town library.
 # Ask Ada before you change them.
+terms:
+  desk:
+    preferred: desk
`,
  },
  {
    style: 'a kind with nothing in it yet',
    change: { path: ['terms', 'desk'], value: { preferred: 'desk' } },
    lines: `
 name: ours
 terms: # to come
+  desk:
+    preferred: desk
 metrics:
   visits: {preferred: visits}
`,
  },
  {
    style: 'a kind with empty braces',
    change: { path: ['terms', 'desk'], value: { preferred: 'desk' } },
    lines: `
 name: ours
-terms: {}
+terms: {desk: {preferred: desk}}
 metrics: {}
`,
  },
  {
    style: 'lines that end as on Windows',
    eol: '\r\n',
    change: { path: ['metrics', 'visits', 'observations'], item: { ...record, note: '初步数：待核实' } },
    lines: `
 metrics:
   visits:
     observations:
       - {period: 2022, value: 41}
+      - {period: 2023, value: 42.5, source: accounts-2023, note: 初步数：待核实}
     preferred: visits
`,
  },
  {
    style: 'JSON',
    change: { path: ['terms', 'desk', 'admitted'], item: 'help point' },
    lines: `
 {
   "name": "ours",
   "terms": {
     "desk": {
-      "preferred": "desk"
+      "preferred": "desk",
+      "admitted": ["help point"]
     }
   }
 }
`,
  },
  {
    style: 'strings that YAML would take for something else',
    change: { path: ['terms', 'desk', 'admitted', 'en'], item: '2023' },
    lines: `
 terms:
   desk:
     admitted:
       en:
         - "desk: the big one"   # quoted
         - 'it''s a desk'
+        - '2023'
`,
  },
  {
    style: 'wide dashes and a comment behind the list',
    change: { path: ['terms', 'desk', 'exceptions'], item: 'desk #1' },
    lines: `
 terms:
   desk:
     exceptions:
     -   desk research
     -   desk job
+    -   'desk #1'
     # desk top is another thing
     preferred: desk
`,
  },
  {
    style: 'an older record, put in its place',
    change: { path: ['metrics', 'visits', 'observations'], item: { period: 2020, value: 39 }, before: 1 },
    lines: `
 metrics:
   visits:
     observations:
       # before the move
       - {period: 2019, value: 38}
+      - {period: 2020, value: 39}
       # after it
       - {period: 2021, value: 40}
`,
  },
  {
    style: 'the first of a list of names',
    change: { path: ['packs'], item: 'ours', before: 0 },
    lines: `
 # What our reports are held to.
 packs:
+  - ours
   - uk-transport   # theirs
   - ./health
 rules: {term-deprecated: error}
`,
  },
  {
    style: 'the first of a list of names in brackets',
    change: { path: ['packs'], item: 'ours', before: 0 },
    lines: `
-packs: [ uk-transport,health ]
+packs: [ ours,uk-transport,health ]
 files: reports/*.md
`,
  },
  {
    style: 'an anchor that nobody uses, and a text over lines at the end',
    change: { path: ['terms', 'desk', 'note'], value: 'Said by: everybody' },
    lines: `
 terms:
   desk: &desk
     preferred: &form desk
     definition: >-
       A desk where books
       are lent.
+    note: 'Said by: everybody'

   room: {preferred: room}
`,
  },
  {
    style: 'another scalar in place of one',
    change: { path: ['terms', 'desk', 'status'], value: 'verified' },
    lines: `
 terms:
   desk:
     preferred: desk
-    status: 'provisional' # ask Ada
+    status: verified # ask Ada
     owner: Ada
`,
  },
  {
    style: 'a change to an entry of another pack',
    change: {
      path: ['metrics', 'spending'],
      value: { extends: 'theirs/metrics/spending', add: { observations: [record], admitted: { en: ['spend'] } } },
    },
    lines: `
 metrics:
   visits:
     preferred: visits
     measure: {kind: count, noun: visit}
+  spending:
+    extends: theirs/metrics/spending
+    add:
+      observations: [{period: 2023, value: 42.5, source: accounts-2023}]
+      admitted: {en: [spend]}
 # 完
`,
  },
  {
    style: 'a document between marks',
    change: { path: ['terms', 'room'], value: { preferred: 'room' } },
    lines: `
 %YAML 1.2
 ---
 terms:
   desk:
     preferred: desk
+  room:
+    preferred: room
 ...
`,
  },
  // A second hand, written after the writer was mended.
  {
    style: 'quoted keys and one space of indentation',
    change: { path: ['terms', 'desk', 'admitted', 'en'], item: 'counter' },
    lines: `
 "terms":
  'desk':
   preferred: desk
   "admitted":
    en:
    - desk # short
+   - counter
  'room': {preferred: room}
`,
  },
  {
    style: 'lists in a list',
    change: { path: ['tasks', 'dredge', 'keys', 'en'], item: ['fairway', 'channel'] },
    lines: `
 tasks:
   dredge:
     keys:
       en:
         - [dredg*, deepen*]
+        - [fairway, channel]
       zh: [[疏浚], [航道]]
`,
  },
  {
    style: 'braces over lines',
    change: { path: ['terms', 'desk', 'owner'], value: 'Ada' },
    lines: `
 terms:
   desk: {
     preferred: desk,
-    note: 'by the door'
+    note: 'by the door',
+    owner: Ada
   }
`,
  },
  {
    style: 'records over lines with comments in them',
    change: { path: ['metrics', 'visits', 'observations'], item: record },
    lines: `
 metrics:
   visits:
     observations:
       - period: 2021
         # before the move
         value: 40

       - period: 2022 # after it
         value: 41
         # no source yet
+      - period: 2023
+        value: 42.5
+        source: accounts-2023

     basis: accounts
`,
  },
  {
    style: 'a text over lines as the last of a list',
    change: { path: ['terms', 'desk', 'examples', 'flag'], item: 'At the desk: closed.' },
    lines: `
 terms:
   desk:
     examples:
       flag:
         - |
           ## Desk

           Closed.
+        - 'At the desk: closed.'
       allow: []
`,
  },
  {
    style: 'a tilde for nothing',
    change: { path: ['terms', 'desk', 'admitted'], item: 'counter' },
    lines: `
 terms:
   desk:
     preferred: desk
-    admitted: ~ # to come
+    admitted: [counter] # to come
`,
  },
  {
    style: 'a list in brackets that is broken where it is full',
    change: { path: ['terms', 'desk', 'exceptions'], item: 'desk lamp' },
    lines: `
 terms:
   desk:
     exceptions: [desk research, desk job,
-      desk top, desk drawer]
+      desk top, desk drawer, desk lamp]
`,
  },
  {
    style: 'the middle of a list in brackets',
    change: { path: ['metrics', 'visits', 'observations'], item: { period: 2022, value: 41 }, before: 1 },
    lines: `
 metrics:
-  visits: {preferred: visits, observations: [{period: 2021, value: 40}, {period: 2023, value: 42}]}
+  visits: {preferred: visits, observations: [{period: 2021, value: 40}, {period: 2022, value: 41}, {period: 2023, value: 42}]}
`,
  },
  {
    style: 'a scalar of an item of a list',
    change: { path: ['people', 'chen', 'roles', 1, 'to'], value: '2024-05' },
    lines: `
 people:
   chen:
     roles:
     - {title: director, from: 2019}
-    - {title: mayor, from: 2021}
+    - {title: mayor, from: 2021, to: 2024-05}
     preferred: Chen
`,
  },
  {
    style: 'a last line that is a comment without an end',
    change: { path: ['terms', 'room'], value: { preferred: 'room' } },
    noFinalNewline: true,
    lines: `
 ---
 terms:
   desk: {preferred: desk}
+  room: {preferred: room}
 # ask Ada
`,
  },
  {
    style: 'entries parted by comments and empty lines',
    change: { path: ['terms', '阅览室'], value: { preferred: { zh: '阅览室', en: 'reading room' } } },
    lines: `
 terms:

   # A

   desk:
     preferred: {zh: 借阅处, en: desk}


   # B

   counter:
     preferred: {zh: 柜台, en: counter}
+
+  阅览室:
+    preferred: {zh: 阅览室, en: reading room}


 # End
`,
  },
  {
    style: 'lines of Windows in a file that is JSON',
    eol: '\r\n',
    change: { path: ['packs'], item: './ours', before: 0 },
    lines: `
 {
-  "packs": ["theirs"],
+  "packs": ["./ours", "theirs"],
   "files": ["*.md"]
 }
`,
  },
];
