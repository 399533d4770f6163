/** Trouble that the user can mend: what happened, where, and what to do about it. */
export class UserError extends Error {
  readonly where: string | undefined;
  readonly hint: string | undefined;

  constructor(
    what: string,
    place: { readonly where?: string; readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(what, place.cause === undefined ? undefined : { cause: place.cause });
    this.name = 'UserError';
    this.where = place.where;
    this.hint = place.hint;
  }
}
