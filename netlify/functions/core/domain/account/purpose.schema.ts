import * as z from 'zod'

/** Health data and research are asked for apart, and withdrawn apart. */
export const Purpose = z
  .enum(['health-data', 'research'])
  .meta({ description: 'What the data may be used for', example: 'research' })
export type Purpose = z.output<typeof Purpose>
