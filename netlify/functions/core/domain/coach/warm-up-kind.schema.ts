import * as z from 'zod'

/** What a part of a warm-up is. */
export const WarmUpKind = z.enum(['general', 'specific', 'mobility']).meta({
  id: 'WarmUpKind',
  description: 'Anything that warms, an easy set before an exercise, or mobility on a day of recovery',
  example: 'specific',
})
export type WarmUpKind = z.output<typeof WarmUpKind>
