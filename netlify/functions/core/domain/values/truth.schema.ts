import * as z from 'zod'

const meanings: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
])

/** A choice that is given as text, as query parameters are: `true` or `false`, and no other word. */
export const TruthText = z.preprocess(
  (given) => meanings.get(given) ?? given,
  z.boolean({ error: 'must be true or false' }),
)
