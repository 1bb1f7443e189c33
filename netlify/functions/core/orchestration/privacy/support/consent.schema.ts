import * as z from 'zod'
import { Instant } from '#domain/values/time.schema.js'
import type { Consent } from '#queries/consents.js'

/** Health data and research are asked for apart, and withdrawn apart. */
export const purposes = ['health-data', 'research'] as const

export const Purpose = z.enum(purposes).meta({ description: 'What the data may be used for', example: 'research' })

/** What the athlete says of one purpose. */
export const ConsentResource = z
  .strictObject({
    purpose: Purpose,
    given: z.boolean().meta({ description: 'Withdrawal holds for everything from then on', example: false }),
    changedAt: Instant.nullable(),
    version: z
      .int()
      .min(0)
      .max(2_147_483_647)
      .meta({ description: 'Counts the changes; 0 when nothing was said', example: 1 }),
  })
  .meta({ id: 'Consent', description: 'What the athlete says of one purpose' })
export type ConsentResource = z.output<typeof ConsentResource>

/** Every purpose, with what was said of it. */
export function consentsWith(said: readonly Consent[]): ConsentResource[] {
  return purposes.map((purpose) => {
    const found = said.find((consent) => consent.purpose === purpose)
    return { purpose, given: found?.given ?? false, changedAt: found?.changedAt ?? null, version: found?.version ?? 0 }
  })
}
