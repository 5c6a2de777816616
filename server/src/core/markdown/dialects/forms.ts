/** The names of what dialects of Markdown know, as data. Everything that is told by its form alone is in `inline.ts` and `lines.ts`. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements of HTML that begin and end blocks of text. */
export const blockElements = words(`
  address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p search
  section select summary table tbody td tfoot th thead title tr ul
`);

/** Elements of HTML inside a line. */
export const inlineElements = words(`
  a abbr acronym area audio b bdi bdo big br button cite data datalist dfn em embed font i img input ins label link map
  mark meta meter nobr object output param picture progress rp rt ruby s small source span strike strong sub sup time
  track tt u var video wbr
`);

/** Elements whose content is no prose. Those of a line are its Markdown twins: code, deleted words. */
export const opaqueElements = words(
  'code kbd samp tt del s strike math svg script style textarea pre iframe canvas object',
);

/** Elements whose content is no prose, over any number of paragraphs. */
export const rawElements = words('pre script style textarea svg math iframe canvas object');

/**
 * Directives of MyST whose body, between back-ticks, is text; with colons it is but for those of `rawDirectives`. What
 * Quarto and R Markdown have between back-ticks is the name of a language: code.
 */
const textDirectives = words(`
  abstract admonition aside attention card card-carousel caution danger deprecated details div dropdown epigraph error
  example exercise figure figure-md glossary grid grid-item grid-item-card hint important margin note pull-quote seealso
  sidebar solution tab-item tab-set table list-table tip todo topic versionadded versionchanged warning highlights
  exercise-start exercise-end solution-start solution-end compound container rubric centered proof
`);

/** Directives whose body is no prose, whatever marks stand around it. */
const rawDirectives = words(`
  code code-block code-cell sourcecode highlight math mermaid raw eval-rst image include literalinclude toctree
  tableofcontents contents bibliography csv-table plot glue index doctest parsed-literal graphviz bokeh-plot iframe
  autoclass automodule autofunction currentmodule
`);

export function isTextDirective(name: string, marks: 'backticks' | 'colons'): boolean {
  const plain = name.toLowerCase();
  if (rawDirectives.has(plain)) return false;
  return marks === 'colons' || textDirectives.has(plain) || /^(?:prf|proof|dropdown):/.test(plain);
}

/** Directives and callouts that quote: `{epigraph}`, `> [!quote]`. */
export const quotations = words('quote cite blockquote quotation epigraph pull-quote highlights 引用 引文');

/** Directives whose argument is an address; that of any other is a title. */
export const addressDirectives = words('figure figure-md image include literalinclude iframe video');

/** Tags of Liquid and Jinja, and shortcodes of Hugo, between which nothing is prose. */
export const rawTags = words(
  'highlight code codeblock mermaid schema stylesheet javascript style math katex chart gist',
);

/** Environments of LaTeX that are mathematics. */
export const mathEnvironments = words(`
  equation align alignat aligned gather gathered multline eqnarray math displaymath split array matrix pmatrix bmatrix
  vmatrix cases flalign
`);

/** What the names of references to the report's own parts begin with: `@fig-output`, `@tbl-1`. */
export const ownParts =
  /^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|app|nte|tip|wrn|imp|cau)[-:]/i;

/** Endings of file names. */
export const fileEndings =
  /\.(?:md|mdx?|markdown|[qr]md|txt|rst|adoc|tex|bib|docx?|xlsx?|pptx?|odt|ods|odp|rtf|pdf|epub|csv|tsv|jsonl?|ya?ml|toml|xml|html?|xhtml|css|s?css|jsx?|tsx?|mjs|py|ipynb|r|rdata|rds|jl|do|dta|sav|sql|sh|ps1|png|jpe?g|gif|svg|webp|tiff?|bmp|mp[34]|mov|wav|zip|gz|tgz|tar|7z|log|ini|cfg|conf|php|aspx?|exe|parquet|feather|geojson|shp|kml|eml|msg|git|lock|env|ics)$/i;
