import type { Config } from '@netlify/functions'
import { config as settings } from './core/infrastructure/config/config.js'
import { createDatabase } from './core/infrastructure/database/connection.js'
import { refreshWeeklySummaries } from './core/infrastructure/database/queries/weekly-workout-summary.js'
import { boundTo } from './core/infrastructure/database/unit-of-work.js'

export default async (): Promise<void> => {
  const began = performance.now()
  const database = boundTo(createDatabase(settings().database), { kind: 'operator' })
  await database.batch([refreshWeeklySummaries({ now: new Date() })]).finally(() => database.close())
  console.log(JSON.stringify({ job: 'sum-up-weeks', ms: Math.round(performance.now() - began) }))
}

export const config: Config = { schedule: '20 * * * *' }
