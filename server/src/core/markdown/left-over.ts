/** What is left of an earlier reading, by its text. Each item is taken once, so that no two places of a text share one. */
export class LeftOver<Item> {
  readonly #byText = new Map<string, Item[]>();

  constructor(items: readonly Item[], textOf: (item: Item) => string) {
    for (const item of items) {
      const text = textOf(item);
      const alike = this.#byText.get(text);
      if (alike === undefined) this.#byText.set(text, [item]);
      else alike.push(item);
    }
  }

  /** The first item with a text that is the same in everything else. */
  take(text: string, isSame: (item: Item) => boolean): Item | undefined {
    // A text is hashed to be looked up.
    const alike = this.#byText.size === 0 ? undefined : this.#byText.get(text);
    const index = alike?.findIndex(isSame) ?? -1;
    return index < 0 ? undefined : alike?.splice(index, 1)[0];
  }
}
