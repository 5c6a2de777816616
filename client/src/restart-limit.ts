/** Counts the ends of a process: so many are borne within a stretch of time, one more is too many. */
export class RestartLimit {
  readonly #ends: number[] = [];

  constructor(
    private readonly restarts: number,
    private readonly milliseconds: number,
  ) {}

  /** Whether a process that ended now may start again. After a refusal the count begins anew. */
  allowsAt(now: number): boolean {
    this.#ends.push(now);
    while (now - (this.#ends[0] ?? now) > this.milliseconds) this.#ends.shift();
    if (this.#ends.length <= this.restarts) return true;
    this.#ends.length = 0;
    return false;
  }
}
