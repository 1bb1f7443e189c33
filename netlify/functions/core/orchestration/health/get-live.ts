import * as z from 'zod'
import { query } from '#orchestration/operation.js'

const Live = z
  .strictObject({ status: z.literal('ok').meta({ description: 'The function answers', example: 'ok' }) })
  .meta({ id: 'Live', description: 'A sign of life' })

export const getLive = query({
  id: 'health.live',
  http: { method: 'GET', path: '/health/live', status: 200 },
  summary: 'Tell that the function answers',
  description: 'Asks nobody else: it answers while the database is away.',
  access: 'public',
  uncached: true,
  input: {},
  output: Live,
  refusals: [],
  run: async () => ({ status: 'ok' as const }),
})
