import * as z from 'zod'

/**
 * How fast a repetition is done, `E-B-C-T`: seconds of the eccentric, the pause at the bottom, the
 * concentric and the pause at the top, each one digit or `X` for as fast as possible; or `hold`
 * when nothing moves. Four-digit notation as in Wilk et al. 2018 (PMC6006544) and 2021
 * (PMC8310485).
 */
export const Tempo = z
  .string()
  .regex(/^(?:[0-9X](?:-[0-9X]){3}|hold)$/, 'must be four digits or X joined by hyphens, such as 2-0-X-1, or hold')
export type Tempo = z.output<typeof Tempo>
