import * as z from 'zod'

/** How a session is arranged in time. */
export const Arrangement = z
  .enum(['circuit', 'pairs'])
  .meta({ id: 'Arrangement', description: 'All exercises in turns, or opposites in pairs', example: 'pairs' })
export type Arrangement = z.output<typeof Arrangement>
