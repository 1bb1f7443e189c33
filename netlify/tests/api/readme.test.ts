import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createAccount } from '#infrastructure/auth/create-account.js'
import { parseConfig } from '#infrastructure/config/config.js'
import { demoAccount } from '#infrastructure/demo/demo-athlete.js'
import { copyBlock } from '#local/start/copy-block.js'
import { testDatabase } from '#tests/support/database.js'
import { testSettings } from '#tests/support/environment.js'
import { serveFunctions } from '#tests/support/served.js'

const database = await testDatabase('library')
const origin = await serveFunctions(database.url)

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
const printedAddress = 'API=http://localhost:8888/api/v1\n'

/** A zone in which the day is never the one of UTC. */
const elsewhere = new Date().getUTCHours() < 11 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati'

/**
 * Runs the session in bash as it is printed, except for the port, and parses its output: one JSON
 * document per line.
 */
async function run(session: string): Promise<unknown[]> {
  const script = session.replace(printedAddress, `API=${origin}/api/v1\n`)
  const env = { ...process.env, TZ: elsewhere }
  const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', script], { env })
  expect(stderr).toBe('')
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}

const List = z.looseObject({ data: z.array(z.looseObject({ category: z.string(), level: z.number() })) })
const Session = z.looseObject({ id: z.string(), status: z.string(), isToday: z.boolean() })
const Week = z.looseObject({
  totals: z.looseObject({ completedSets: z.number(), totalReps: z.number(), totalDurationMinutes: z.number() }),
  completedSessions: z.number(),
})

const Plan = z.looseObject({ weeks: z.array(z.looseObject({ days: z.array(z.looseObject({ kind: z.string() })) })) })

describe("the README's curl session", () => {
  const session =
    readme
      .split('```bash\n')
      .map((part) => part.split('```')[0] ?? '')
      .find((part) => part.startsWith('API=')) ?? ''
  let answers: unknown[] = []

  beforeAll(async () => {
    answers = await run(session)
  }, 60_000)

  test('begins with the address at which npm start serves', () => {
    expect(session.startsWith(printedAddress)).toBe(true)
  })

  test('lists three exercises of the level and category that it asks for', () => {
    const { data } = List.parse(answers[0])
    expect(data).toHaveLength(3)
    for (const exercise of data) expect(exercise).toMatchObject({ category: 'Push', level: 2 })
  })

  test('plans, starts and completes one session', () => {
    const [planned, started, completed] = [answers[1], answers[2], answers[5]].map((answer) => Session.parse(answer))
    expect([planned?.status, started?.status, completed?.status]).toEqual(['planned', 'in_progress', 'completed'])
    expect(new Set([planned?.id, started?.id, completed?.id]).size).toBe(1)
    expect(planned?.isToday, `planned for today where it is trained (${elsewhere})`).toBe(true)
  })

  test('logs two sets', () => {
    expect(answers.slice(3, 5)).toMatchObject([
      { reps: 8, rpe: 8 },
      { reps: 7, rpe: 9 },
    ])
  })

  test('sees the week that counts the session', () => {
    const { totals, completedSessions } = Week.parse(answers[6])
    expect(completedSessions).toBe(1)
    expect(totals).toMatchObject({ completedSets: 2, totalReps: 15, totalDurationMinutes: 30 })
  })

  test('ends with the seven days that the coach plans', () => {
    const { weeks } = Plan.parse(answers[7])
    expect(answers).toHaveLength(8)
    expect(weeks.map(({ days }) => days.length)).toEqual([7])
    expect(weeks[0]?.days[0]?.kind).toBe('done_today')
  })

  test('works again for a second athlete, who sees nothing of the first', async () => {
    const [, second, , , , , week] = await run(session)
    expect(Session.parse(second).id).not.toBe(Session.parse(answers[1]).id)
    expect(Week.parse(week)).toMatchObject({ completedSessions: 1, totals: { completedSets: 2 } })
  })
})

describe('the commands that npm start prints', () => {
  test('work as they are printed', async () => {
    const config = parseConfig({ ...testSettings, DATABASE_URL: database.url, BASE_URL: origin })
    await createAccount(database.url, config, demoAccount)
    const block = copyBlock(origin, { ownDatabaseUrl: database.url, keepsMails: true })
    const requests = block.slice(block.indexOf('API='), block.indexOf('DATABASE_URL='))
    const { stdout } = await promisify(execFile)('bash', [
      '--norc',
      '-euo',
      'pipefail',
      '-c',
      requests.replace(/^curl.*$/gm, '$&; echo'),
    ])
    const [exercises, week] = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(List.parse(exercises).data).toHaveLength(3)
    expect(Week.parse(week).completedSessions).toBe(0)
  })

  test('need no account when there is no demo athlete', () => {
    expect(copyBlock(origin, { ownDatabaseUrl: null, keepsMails: true })).not.toMatch(/TOKEN|DATABASE_URL/)
  })

  test('say where mails are, unless they are really sent', () => {
    const block = (keepsMails: boolean) => copyBlock(origin, { ownDatabaseUrl: null, keepsMails })
    expect(block(true)).toContain(`${origin}/dev/mails`)
    expect(block(false)).not.toContain('/dev/mails')
  })
})
