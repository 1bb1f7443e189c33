import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'
import { happen, insertEndpoint } from '#tests/support/outbox.js'
import { cleanUp } from './clean-up.js'

const db = await testDatabase()
const now = new Date('2026-11-22T12:00:00.000Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1_000)

/** An athlete with this many deliveries on their way; the ids of their events. */
async function deliveries(count: number): Promise<string[]> {
  const userId = await db.insertAthlete()
  await insertEndpoint(db, userId, { url: 'https://example.com' })
  return happen(db, userId, count)
}

const settle = (eventIds: readonly string[], state: 'delivered_at' | 'failed_at', at: Date) =>
  db.rows(`update webhook_deliveries set next_attempt_at = null, ${state} = $2 where event_id = any ($1)`, [
    eventIds,
    at,
  ])

const kept = async (eventIds: readonly string[]) =>
  (await db.rows<{ event_id: string }>('select event_id from webhook_deliveries where event_id = any ($1)', [eventIds]))
    .map(({ event_id }) => eventIds.indexOf(event_id))
    .sort()

test('cleanUp deletes deliveries that ended 30 days ago, and none that is pending', async () => {
  const events = await deliveries(6)
  await settle(events.slice(0, 1), 'delivered_at', daysAgo(31))
  await settle(events.slice(1, 2), 'failed_at', daysAgo(31))
  await settle(events.slice(2, 3), 'delivered_at', daysAgo(29))
  await settle(events.slice(3, 4), 'failed_at', daysAgo(29))
  await db.rows('update webhook_deliveries set created_at = $2, next_attempt_at = $2 where event_id = any ($1)', [
    events.slice(4),
    daysAgo(90),
  ])
  await cleanUp(db.operator(), now)
  expect(await kept(events)).toEqual([2, 3, 4, 5])
  expect(await db.rows('select from events where id = any ($1)', [events])).toHaveLength(6)
})

test('cleanUp deletes more than one statement may delete', async () => {
  const events = await deliveries(2_500)
  await settle(events, 'delivered_at', daysAgo(40))
  await cleanUp(db.operator(), now)
  expect(await kept(events)).toEqual([])
})

test('cleanUp keeps a delivery that was replayed', async () => {
  const [event = ''] = await deliveries(1)
  await settle([event], 'failed_at', daysAgo(40))
  await db.rows('update webhook_deliveries set next_attempt_at = now(), failed_at = null where event_id = $1', [event])
  await cleanUp(db.operator(), now)
  expect(await kept([event])).toEqual([0])
})

test('cleanUp deletes the rest when something cannot be deleted, and tells', async () => {
  const [event = ''] = await deliveries(1)
  await settle([event], 'delivered_at', daysAgo(40))
  await db.rows('revoke delete on rate_limits from calistheniq_operator')
  onTestFinished(() => void db.rows('grant delete on rate_limits to calistheniq_operator'))
  await expect(cleanUp(db.operator(), now)).rejects.toMatchObject({ errors: [{ facts: { sqlState: '42501' } }] })
  expect(await kept([event])).toEqual([])
})
