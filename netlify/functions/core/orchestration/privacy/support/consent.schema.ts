import * as z from 'zod'
import { Purpose } from '#domain/account/purpose.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import type { Consent } from '#queries/consents.js'

/** The athlete's consent for one purpose. */
export const ConsentResource = z
  .strictObject({
    purpose: Purpose,
    given: z
      .boolean()
      .meta({ description: 'Given; false where it was withdrawn, and where nothing was said', example: false }),
    changedAt: Instant.nullable(),
    version: z
      .int()
      .min(0)
      .max(2_147_483_647)
      .meta({ description: 'Counts the changes; 0 when nothing was said', example: 1 }),
  })
  .meta({ id: 'Consent', description: 'What the athlete says of one purpose' })
export type ConsentResource = z.output<typeof ConsentResource>

/** Lists every purpose with the consent that was given or not. */
export function consentsWith(said: readonly Consent[]): ConsentResource[] {
  return Purpose.options.map((purpose) => {
    const found = said.find((consent) => consent.purpose === purpose)
    return { purpose, given: found?.given ?? false, changedAt: found?.changedAt ?? null, version: found?.version ?? 0 }
  })
}
