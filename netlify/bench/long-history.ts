import { parseArgs } from 'node:util'
import { pgDatabase } from '#database/adapters/pg.js'
import { boundTo } from '#database/unit-of-work.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { repairAthlete } from '#orchestration/training/rebuild/repair-athlete.js'
import { type FaultServer, openContext } from '#tests/faults/support/context.js'
import { type FaultAthlete, openApi } from '#tests/faults/support/fault-api.js'
import { longestGapOf } from '#tests/support/event-loop.js'
import { makeHistory } from '#tests/support/long-history.js'
import { makeTemplates } from '#tests/support/template.js'
import { startTestServer } from '#tests/support/test-server.js'

/**
 * Measures what every operation that reads a history costs, and for how long it holds up the event
 * loop: `tsx netlify/bench/long-history.ts --sessions 1000,5000 --rounds 3`.
 */
const { values } = parseArgs({ options: { sessions: { type: 'string' }, rounds: { type: 'string' } } })
const sizes = (values.sessions ?? '1000,5000').split(',').map(Number)
const rounds = Number(values.rounds ?? 3)

type Asked = { readonly name: string; readonly ask: (athlete: FaultAthlete) => Promise<{ readonly status: number }> }

const today = new Date().toISOString().slice(0, 10)
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

async function openSession(athlete: FaultAthlete): Promise<string> {
  const { body } = await athlete.post('/sessions', { date: today, exercises: [{ exercise: 'push-up' }] })
  await athlete.post(`/sessions/${body.id}/start`)
  await athlete.post(`/sessions/${body.id}/exercises/${body.exercises[0].id}/sets`, { reps: 9 })
  return `/sessions/${body.id}`
}

/** The address of a set of the session that was completed last. */
async function lastSet(athlete: FaultAthlete): Promise<string> {
  const [newest] = (await athlete.get('/sessions?status=completed&limit=1')).body.data
  const { body } = await athlete.get(`/sessions/${newest.id}`)
  const [exercise] = body.exercises
  return `/sessions/${newest.id}/exercises/${exercise.id}/sets/${exercise.sets[0].id}`
}

const get = (path: string): Asked => ({ name: `GET ${path}`, ask: (athlete) => athlete.get(path) })
const operations: readonly Asked[] = [
  get('/me/warnings'),
  get('/me/load'),
  get('/me/next-workout'),
  get('/me/deload'),
  get('/me/goals'),
  get('/me/readiness'),
  get('/me/exercises/push-up/mastery'),
  get('/me/levels/Push/estimate'),
  get('/me/levels/Push/test'),
  get('/me/path?goal=archer-push-up'),
  get(`/me/recommendations?on=${daysAgo(3)}`),
  get('/me/records'),
  get('/me/adherence'),
  get(`/me/progress?by=day&from=${daysAgo(360)}&to=${today}`),
  get('/me/history'),
  get('/me/exercises/push-up/history'),
  get(`/me/levels?at=${new Date(Date.now() - 1000).toISOString()}`),
  { name: 'POST /me/goals', ask: (athlete) => athlete.post('/me/goals', { kind: 'consistency', target: 3 }) },
  { name: 'PUT /me/levels/Pull', ask: (athlete) => athlete.put('/me/levels/Pull', { level: 1 + (Date.now() % 3) }) },
  get('/me/export'),
]

async function measure(athlete: FaultAthlete, { name, ask }: Asked): Promise<void> {
  const [gaps, totals]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    const { result, gapMs } = await longestGapOf(() => ask(athlete))
    totals.push(performance.now() - startedAt)
    gaps.push(gapMs)
    if (result.status >= 300) throw new Error(`${name}: ${result.status}`)
  }
  const least = (numbers: readonly number[]) => Math.round(Math.min(...numbers))
  console.log(`| ${name} | ${least(gaps)} | ${least(totals)} |`)
}

async function bench(server: FaultServer, sessions: number): Promise<void> {
  const { context, close } = openContext(server, { full: true, seed: 1 })
  const url = await context.makeDatabase()
  const api = await openApi(context, { url, env: { REQUEST_DEADLINE_MS: '60000' } })
  const athlete = api.as(await api.athlete())
  await makeHistory(api.rows, athlete.id, { sessions })
  const database = pgDatabase(url)
  await repairAthlete(boundTo(database, { kind: 'operator' }), ruleBook, athlete.id, new Date())
  await database.close()
  console.log(`\n${sessions} sessions\n\n| operation | longest gap, ms | total, ms |\n|---|--:|--:|`)
  for (const operation of operations) await measure(athlete, operation)
  await measure(athlete, {
    name: 'POST /sessions/{id}/complete, with its planning',
    ask: async (one) => one.post(`${await openSession(one)}/complete`, {}),
  })
  const set = await lastSet(athlete)
  let reps = 3
  await measure(athlete, {
    name: 'PATCH a set of a completed session',
    ask: (one) => {
      reps += 1
      return one.patch(set, { reps })
    },
  })
  await close()
}

const server = await startTestServer()
try {
  const place = { url: server.url, prefix: server.prefix, ...(await makeTemplates(server)) }
  for (const sessions of sizes) await bench(place, sessions)
} finally {
  await server.stop()
}
