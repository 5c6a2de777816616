import type { Form, FormRole } from './model.js';
import { type FormContext, languageSubtag, toForm } from './read-forms.js';
import { formText, languageTag } from './schemas.generated.js';
import type { YamlFile } from './yaml-file.js';
import type { TextVisitor, YamlPath } from './yaml-tree.js';

const roles: readonly string[] = ['preferred', 'admitted', 'deprecated', 'hidden'] satisfies FormRole[];

/**
 * Reads the entries that are nothing but texts under their roles, in the order of these: most of a large pack, and
 * nothing that their schema could be against. No values are made of them, since what is made is most of the work.
 */
export class PlainForms {
  readonly #yaml: YamlFile;
  readonly #context: FormContext;
  /** Of the entry that is read. The list is kept from entry to entry: those that grow are slow. */
  readonly #forms: Form[] = [];
  #count = 0;
  #role = 0;
  #isPlain = true;

  constructor(yaml: YamlFile, context: FormContext) {
    this.#yaml = yaml;
    this.#context = context;
  }

  /** The forms of the entry at a path; undefined for any that is more than forms, right or wrong. */
  read(path: YamlPath): readonly Form[] | undefined {
    this.#count = 0;
    this.#role = 0;
    this.#isPlain = true;
    if (!this.#yaml.texts(path, this.#add) || !this.#isPlain) return undefined;
    return this.#forms[0]?.role === 'preferred' ? this.#forms.slice(0, this.#count) : undefined;
  }

  readonly #add: TextVisitor = (text, key, language) => {
    const role = roles.indexOf(key, this.#role);
    if (role === -1 || text.length > formText.maxLength || !formText.pattern.test(text)) this.#isPlain = false;
    else if (language !== undefined && !languageTag.pattern.test(language)) this.#isPlain = false;
    else {
      this.#role = role;
      const of = language === undefined ? this.#context.language : languageSubtag(language);
      this.#forms[this.#count++] = toForm(text, key as FormRole, of, this.#context);
    }
  };
}
