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
