/** The most routines that an athlete may have. */
export const routinesMax = 100
