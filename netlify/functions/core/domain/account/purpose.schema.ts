import * as z from 'zod'

/** What an athlete consents to. Health data and research are asked for and withdrawn separately. */
export const Purpose = z
  .enum(['health-data', 'research'])
  .meta({ id: 'Purpose', description: 'What the data may be used for', example: 'research' })
export type Purpose = z.output<typeof Purpose>
