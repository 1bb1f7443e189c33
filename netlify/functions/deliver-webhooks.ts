import type { Config } from '@netlify/functions'
import { config as settings } from './core/infrastructure/config/config.js'
import { createDatabase } from './core/infrastructure/database/connection.js'
import { boundTo } from './core/infrastructure/database/unit-of-work.js'
import { dnsResolver } from './core/infrastructure/http/webhooks/resolve-host.js'
import { webhookSender } from './core/infrastructure/http/webhooks/send.js'
import { deliverDue } from './core/orchestration/webhooks/deliver-due.js'

export default async (): Promise<void> => {
  const database = boundTo(createDatabase(settings().database), { kind: 'operator' })
  const send = webhookSender({ ...settings().webhooks, resolve: dnsResolver() })
  const delivered = await deliverDue({ database, send, random: Math.random }).finally(() => database.close())
  console.log(JSON.stringify({ job: 'deliver-webhooks', ...delivered }))
}

export const config: Config = { schedule: '* * * * *' }
