import type { Statement } from '#database/statement.js'

/** A statement that goes with each read of an operation, and what its result may stop. */
export type Look = { readonly statement: Statement; readonly judge: (found: unknown) => void }

/** Makes a look; `judge` throws what the operation is to end with. */
export function lookFor<Found>(statement: Statement<Found>, judge: (found: Found) => void): Look {
  // the result is that of the statement beside it
  return { statement, judge: (found) => judge(found as Found) }
}
