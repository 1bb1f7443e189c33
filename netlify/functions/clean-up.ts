import type { Config } from '@netlify/functions'
import { config as settings } from './core/infrastructure/config/config.js'
import { createDatabase } from './core/infrastructure/database/connection.js'
import { boundTo } from './core/infrastructure/database/unit-of-work.js'
import { cleanUp } from './core/orchestration/housekeeping/clean-up.js'

export default async (): Promise<void> => {
  const database = boundTo(createDatabase(settings().database), { kind: 'operator' })
  await cleanUp(database, new Date()).finally(() => database.close())
}

export const config: Config = { schedule: '@hourly' }
