import * as z from 'zod'

/** The orders of a list of exercises; a hyphen means descending, and `relevance` the best fit to `q` first. */
export const SortOrder = z.enum(['difficulty', '-difficulty', 'name', '-name', 'relevance']).meta({
  id: 'ExerciseSort',
  description: 'An order of exercises; a hyphen turns it round, and `relevance` has the best fit first',
  example: '-name',
})
export type SortOrder = z.output<typeof SortOrder>
