import type { Reading } from '../../server/src/lsp/protocol.js';

/** Between an answer and the next question, in seconds. */
const pause = 5;
/** How long a server may give no sign of life, in seconds. */
const patience = 10;
/** The same while it reads a document for the first time, or packs. */
const patienceAtFirst = 30;

/** A server that is watched over. */
export interface Watched {
  /** Settles when it answers, whatever it says. */
  ping(): Promise<unknown>;
  /** It gave no sign of life for so many seconds. `uris`: the document or packs that it had in hand, as it named them. */
  silent(uris: readonly string[], seconds: number): void;
}

/**
 * Asks a server for a sign of life. Time is counted by what `tick` is called, once a second: a second in which the
 * editor itself hung or slept is none, and an answer that came meanwhile is heard before the next one.
 */
export class SignOfLife {
  /** The question that is open, with the seconds since it was asked. */
  #question: { seconds: number } | undefined;
  /** Seconds since the last answer. */
  #rested = 0;
  #reading: Reading | undefined;

  constructor(private readonly watched: Watched) {}

  /** Called once a second while the server runs. */
  tick(): void {
    if (this.#question === undefined) {
      if (++this.#rested >= pause) this.#ask();
      return;
    }
    const seconds = ++this.#question.seconds;
    if (seconds < (this.#reading?.first ? patienceAtFirst : patience)) return;
    const uris = this.#reading?.uris ?? [];
    this.reset();
    this.watched.silent(uris, seconds);
  }

  /** The server has said what it has in hand. */
  reads(reading: Reading): void {
    this.#reading = reading.uris.length === 0 ? undefined : reading;
  }

  /** Another server runs from now on, or none. */
  reset(): void {
    this.#question = undefined;
    this.#reading = undefined;
    this.#rested = 0;
  }

  #ask(): void {
    const question = { seconds: 0 };
    this.#question = question;
    const answered = () => {
      if (this.#question !== question) return;
      this.#question = undefined;
      this.#rested = 0;
    };
    this.watched.ping().then(answered, answered);
  }
}
