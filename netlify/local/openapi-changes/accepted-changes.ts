/**
 * Changes that break callers of the released document on purpose, each with its reason. They go when the
 * document is released anew: one that is no change any more is told.
 */
export const acceptedChanges: Readonly<Record<string, string>> = {
  'POST /auth/sign-up/email body.timeZone: is required':
    'taking UTC in silence put "today" a day off for athletes far from Greenwich',
}
