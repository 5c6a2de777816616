/** What a listing gives: `items` for programs, `groups` of rows for people. */
export interface Listed {
  readonly items: readonly object[];
  readonly groups: readonly {
    readonly title?: string;
    /** The first cell is the name that `plumbline explain` takes. */
    readonly rows: readonly (readonly string[])[];
  }[];
}
