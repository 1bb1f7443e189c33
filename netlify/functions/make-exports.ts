import type { Config } from '@netlify/functions'
import { config as settings } from './core/infrastructure/config/config.js'
import { createDatabase } from './core/infrastructure/database/connection.js'
import { boundTo } from './core/infrastructure/database/unit-of-work.js'
import { type Making, makeExports } from './core/orchestration/privacy/make-exports.js'

export default async (): Promise<void> => {
  const { database: place, http } = settings()
  const database = createDatabase(place)
  const making: Making = {
    operator: boundTo(database, { kind: 'operator' }),
    athlete: (userId) => boundTo(database, { kind: 'athlete', userId }),
    settleSeconds: (2 * http.deadlineMs) / 1_000,
  }
  const made = await makeExports(making).finally(() => database.close())
  console.log(JSON.stringify({ job: 'make-exports', ...made }))
}

export const config: Config = { schedule: '* * * * *' }
