import type { Config } from '@netlify/functions'
import { config as settings } from './core/infrastructure/config/config.js'
import { createDatabase } from './core/infrastructure/database/connection.js'
import { boundTo } from './core/infrastructure/database/unit-of-work.js'
import { dnsResolver } from './core/infrastructure/webhooks/resolve-host.js'
import { secretBox } from './core/infrastructure/webhooks/secret-box.js'
import { webhookSender } from './core/infrastructure/webhooks/send.js'
import { deliverDue } from './core/orchestration/webhooks/deliver-due.js'

export default async (): Promise<void> => {
  const { database: place, auth, webhooks } = settings()
  const database = boundTo(createDatabase(place), { kind: 'operator' })
  const send = webhookSender({ ...webhooks, resolve: dnsResolver() })
  const delivering = { database, send, secrets: secretBox(auth.secret), random: Math.random }
  const delivered = await deliverDue(delivering).finally(() => database.close())
  console.log(JSON.stringify({ job: 'deliver-webhooks', ...delivered }))
}

export const config: Config = { schedule: '* * * * *' }
