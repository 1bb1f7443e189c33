import type { Config } from '@netlify/functions'
import { config as settings } from './core/infrastructure/config/config.js'
import { createDatabase } from './core/infrastructure/database/connection.js'
import { boundTo } from './core/infrastructure/database/unit-of-work.js'
import { type Making, makeExports } from './core/orchestration/privacy/make-exports.js'

export default async (): Promise<void> => {
  const database = createDatabase(settings().database)
  const making: Making = {
    operator: boundTo(database, { kind: 'operator' }),
    athlete: (userId) => boundTo(database, { kind: 'athlete', userId }),
  }
  const made = await makeExports(making).finally(() => database.close())
  console.log(JSON.stringify({ job: 'make-exports', ...made }))
}

export const config: Config = { schedule: '* * * * *' }
