import * as z from 'zod'

/** What a day is for. */
export const DayKind = z.enum(['planned', 'done_today', 'rest', 'recovery', 'train']).meta({
  id: 'DayKind',
  description: 'What a day is for: what is planned already, nothing more, rest, a little mobility, or a session',
  example: 'train',
})
export type DayKind = z.output<typeof DayKind>
