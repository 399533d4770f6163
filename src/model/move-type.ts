/** PLOVER's 16 event types (manual of 2021–23, github openeventdata/PLOVER). */
export const MOVE_TYPES = [
  'agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat', 'request',
  'accuse', 'reject', 'threaten', 'protest', 'sanction', 'mobilize', 'coerce', 'assault',
] as const; // prettier-ignore

export type MoveType = (typeof MOVE_TYPES)[number];

/**
 * Finer acts of a stand-off, beside the PLOVER type. Sanctions are five acts, never one.
 * A test's weapon class and count stand in the move's object.
 */
export const ACTS = [
  'weapons-test',
  'weapons-display',
  'weapons-deployment',
  'exercise-held',
  'exercise-scaled-back',
  'exercise-postponed',
  'exercise-enlarged',
  'exercise-restored',
  'exercise-paused',
  'sanction-imposed',
  'sanction-enforced',
  'sanction-evaded',
  'sanction-eased',
  'sanction-lifted',
  'channel-attempted',
  'channel-used',
  'channel-refused',
  'channel-silent',
  'channel-opened',
  'channel-closed',
  'channel-destroyed',
  'review-begun',
  'review-completed',
  'pledge-made',
  'moratorium-declared',
  'moratorium-ended',
  'warning-issued',
  'legal-charge',
] as const;

export type Act = (typeof ACTS)[number];

/** The marks that PLOVER names and no coder delivers. */
export const STATUSES = ['actual', 'planned', 'requested', 'hypothetical', 'denied', 'threatened'] as const;

export type Status = (typeof STATUSES)[number];
