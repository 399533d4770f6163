/** Class id → itself and the wider classes it is a kind of. */
export type ClassTree = Readonly<Record<string, readonly string[]>>;
