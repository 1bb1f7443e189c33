import * as z from 'zod'

/** The side that worked, of an exercise that is counted per side. */
export const Side = z.enum(['left', 'right']).meta({ description: 'The side that worked', example: 'left' })
export type Side = z.output<typeof Side>

/** Where it hurt. */
export const PainSite = z
  .enum(['wrist', 'elbow', 'shoulder', 'neck', 'upper-back', 'lower-back', 'hip', 'knee', 'ankle', 'other'])
  .meta({ description: 'Where it hurt', example: 'elbow' })
export type PainSite = z.output<typeof PainSite>
