/** Seconds within which a sign-in by password is finished with a code. */
export const secondFactorSeconds = 10 * 60

/** Seconds within which a browser answers a challenge. */
export const ceremonySeconds = 5 * 60
