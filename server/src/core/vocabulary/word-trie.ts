/** A trie over the numbers of words. Its nodes are numbered from 0, the root, in the order in which they come. */
export class WordTrie {
  /** Of each node, the one before it and the word between them. */
  #parents: Int32Array = new Int32Array(64);
  #words: Int32Array = new Int32Array(64);
  /** By parent and word, a node; 0 where there is none. At most half of it is taken. */
  #slots: Int32Array = new Int32Array(128);
  #size = 1;

  /** The node that a word leads to from another, which is there from now on. */
  nodeAfter(parent: number, word: number): number {
    const slot = this.#slotOf(parent, word);
    const known = this.#slots[slot] as number;
    if (known !== 0) return known;
    const node = this.#size++;
    if (node === this.#parents.length) {
      this.#parents = wider(this.#parents);
      this.#words = wider(this.#words);
    }
    this.#parents[node] = parent;
    this.#words[node] = word;
    this.#slots[slot] = node;
    if (2 * this.#size >= this.#slots.length) this.#widen();
    return node;
  }

  /** The node that a word leads to; 0 for none. */
  next(parent: number, word: number): number {
    return this.#slots[this.#slotOf(parent, word)] as number;
  }

  #slotOf(parent: number, word: number): number {
    const last = this.#slots.length - 1;
    let slot = hashOf(parent, word) & last;
    for (;;) {
      const node = this.#slots[slot] as number;
      if (node === 0 || (this.#parents[node] === parent && this.#words[node] === word)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #widen(): void {
    this.#slots = new Int32Array(4 * this.#slots.length);
    for (let node = 1; node < this.#size; node++) {
      this.#slots[this.#slotOf(this.#parents[node] as number, this.#words[node] as number)] = node;
    }
  }
}

function hashOf(parent: number, word: number): number {
  const hash = Math.imul(Math.imul(parent, 0x9e3779b1) ^ word, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

function wider(array: Int32Array): Int32Array {
  const twice = new Int32Array(2 * array.length);
  twice.set(array);
  return twice;
}
