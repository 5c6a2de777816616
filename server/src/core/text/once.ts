/** A function whose answer for each object is worked out once and kept for as long as the object is. */
export function once<Key extends object, Answer>(read: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    let known = answers.get(key);
    if (known === undefined) {
      known = { answer: read(key) };
      answers.set(key, known);
    }
    return known.answer;
  };
}

/**
 * The same where the answer depends on a second object too: it is kept with the key for as long as it is asked with that
 * very object, and worked out anew for another.
 */
export function onceWith<Key extends object, With extends object, Answer>(
  read: (key: Key, given: With) => Answer,
): (key: Key, given: With) => Answer {
  const answers = new WeakMap<Key, { readonly given: With; readonly answer: Answer }>();
  return (key, given) => {
    let known = answers.get(key);
    if (known === undefined || known.given !== given) {
      known = { given, answer: read(key, given) };
      answers.set(key, known);
    }
    return known.answer;
  };
}
