/** Whether something with a validity holds on a day, month or year, to its last day; an unknown one is in every validity. */
export function isValidOn(
  validity: { readonly validFrom?: string; readonly validTo?: string },
  date: string | undefined,
): boolean {
  if (date === undefined) return true;
  const { validFrom, validTo } = validity;
  // ISO dates compare as text; "2008" comes before "2008-06-29", as the year began before that day.
  return (
    (validFrom === undefined || validFrom <= date) &&
    (validTo === undefined || date.slice(0, validTo.length) <= validTo)
  );
}
