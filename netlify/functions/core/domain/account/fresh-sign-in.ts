/**
 * Seconds for which a sign-in counts as fresh: time enough to sign in and to do what it was for,
 * and less than an access token lives, so that a token which was found or stolen later does not
 * suffice.
 */
export const freshSignInSeconds = 10 * 60

/** Seconds by which the clocks of two computers may differ. */
export const clockToleranceSeconds = 30

/**
 * Tells whether an athlete has signed in lately. A sign-in that lies further ahead than clocks may
 * differ is none.
 */
export function isFreshSignIn(signedInAt: Date | null, now: Date): boolean {
  if (signedInAt === null) return false
  const ageSeconds = (now.getTime() - signedInAt.getTime()) / 1000
  return ageSeconds <= freshSignInSeconds && ageSeconds >= -clockToleranceSeconds
}
