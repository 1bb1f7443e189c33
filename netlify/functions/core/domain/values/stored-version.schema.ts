import * as z from 'zod'

/** The version of a setting that every athlete has: 0 until it is set for the first time. */
export const StoredVersion = z
  .int()
  .min(0)
  .max(2_147_483_647)
  .meta({ description: 'Counts the changes; 0 when it was never set', example: 1 })
