import * as z from 'zod'

/** The side that worked, of an exercise that is counted per side. */
export const Side = z.enum(['left', 'right']).meta({ description: 'The side that worked', example: 'left' })
export type Side = z.output<typeof Side>
