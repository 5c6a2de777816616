/**
 * Numbers slices of texts from 0, in the order in which they come: equal slices have one number. It makes no strings,
 * which are most of what many short slices cost a map.
 */
export class SliceNumbers {
  /** The UTF-16 units of the slices, one after another. */
  #units: Uint16Array = new Uint16Array(256);
  /** Of each slice, where it ends in the units. */
  #ends: Int32Array = new Int32Array(64);
  #hashes: Int32Array = new Int32Array(64);
  /** By hash, the number of a slice and 1; 0 where there is none. At most half of it is taken. */
  #slots: Int32Array = new Int32Array(128);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the slice from `start` up to `end`, offsets into `text`, which it has from now on. */
  numberOf(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const slot = this.#slotOf(text, start, end, hash);
    const known = this.#slots[slot] as number;
    return known === 0 ? this.#add(text, start, end, hash, slot) : known - 1;
  }

  /** The number of a slice; -1 if it has none. */
  find(text: string, start: number, end: number): number {
    return (this.#slots[this.#slotOf(text, start, end, hashOf(text, start, end))] as number) - 1;
  }

  /** The slice that has a number. */
  slice(number: number): string {
    let slice = '';
    const end = this.#ends[number] as number;
    for (let i = this.#startOf(number); i < end; i++) slice += String.fromCharCode(this.#units[i] as number);
    return slice;
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] as number);
  }

  /** The slot of a slice, or the one that it would take. */
  #slotOf(text: string, start: number, end: number, hash: number): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (;;) {
      const known = this.#slots[slot] as number;
      if (known === 0 || (this.#hashes[known - 1] === hash && this.#isSlice(known - 1, text, start, end))) return slot;
      slot = (slot + 1) & last;
    }
  }

  #isSlice(number: number, text: string, start: number, end: number): boolean {
    const from = this.#startOf(number);
    if ((this.#ends[number] as number) - from !== end - start) return false;
    for (let i = 0; i < end - start; i++) {
      if (this.#units[from + i] !== text.charCodeAt(start + i)) return false;
    }
    return true;
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const number = this.#size++;
    const from = this.#startOf(number);
    const to = from + end - start;
    if (to > this.#units.length) this.#units = grown(this.#units, Math.max(to, 2 * this.#units.length), Uint16Array);
    for (let i = start; i < end; i++) this.#units[from + i - start] = text.charCodeAt(i);
    if (number === this.#ends.length) {
      this.#ends = grown(this.#ends, 2 * number, Int32Array);
      this.#hashes = grown(this.#hashes, 2 * number, Int32Array);
    }
    this.#ends[number] = to;
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (2 * this.#size === this.#slots.length) this.#widen();
    return number;
  }

  #widen(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const last = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = (this.#hashes[number] as number) & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones, which pick the slot. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function grown<A extends Uint16Array | Int32Array>(array: A, length: number, kind: new (length: number) => A): A {
  const wider = new kind(length);
  wider.set(array);
  return wider;
}
