import { describe, expect, test } from 'vitest'
import { accountApi, newcomer } from '#tests/support/account-api.js'
import { testApi } from '#tests/support/api.js'
import { expectStatus, log, plan, start } from '#tests/support/session-api.js'

const api = await testApi()
const send = accountApi(() => api.environment)

describe('an account', () => {
  test('is made and opened with white space around the email address', async () => {
    const account = newcomer()
    const spaced = { ...account, email: ` ${account.email}\u00a0\n`, timeZone: 'europe/berlin' }
    const made = await send('POST', '/sign-up/email', { body: spaced })
    expect(made.status, made.text).toBe(200)
    const [row] = await api.db.rows('select email, time_zone from users where id = $1', [made.body.user.id])
    expect(row).toEqual({ email: account.email.toLowerCase(), time_zone: 'Europe/Berlin' })
    const { email, password } = { ...account, email: `\t${account.email} ` }
    expect((await send('POST', '/sign-in/email', { body: { email, password } })).status).toBe(200)
  })

  test('is not made with white space inside the email address', async () => {
    const { status } = await send('POST', '/sign-up/email', { body: { ...newcomer(), email: 'ada @example.com' } })
    expect(status).toBe(422)
  })
})

test.each([
  ['GMT', 'GMT'],
  ['EST5EDT', 'EST5EDT'],
  ['us/pacific', 'US/Pacific'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
])('a profile takes the time zone %s as %s, and its day begins by it', async (given, kept) => {
  const athlete = await api.athlete()
  expect(expectStatus(await athlete.patch('/me', { timeZone: given }), 200).body.timeZone).toBe(kept)
  expectStatus(await athlete.get('/me/weeks/current'), 200)
})

test('a profile refuses a time zone that means several, or that no database has', async () => {
  const athlete = await api.athlete()
  for (const timeZone of ['IST', 'SystemV/PST8PDT']) {
    expect((await athlete.patch('/me', { timeZone })).body.errors).toMatchObject([{ pointer: '/timeZone' }])
  }
})

test('the empty string clears notes, and white space is kept', async () => {
  const athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  const set = await log(athlete, exercises[0], { reps: 8, notes: '' })
  const notesOf = async (place: string) => expectStatus(await athlete.get(place), 200).body.notes
  expect(await notesOf(set)).toBeNull()
  for (const place of [path, set]) {
    expectStatus(await athlete.patch(place, { notes: 'Slow' }), 200)
    expect(expectStatus(await athlete.patch(place, { notes: ' ' }), 200).body.notes).toBe(' ')
    expect(expectStatus(await athlete.patch(place, { notes: '' }), 200).body.notes).toBeNull()
    expect(await notesOf(place)).toBeNull()
  }
})

test('the empty string is the same as nothing where something is made', async () => {
  const athlete = await api.athlete()
  const planned = await plan(athlete, {
    date: '2026-11-22',
    notes: '',
    exercises: [{ exercise: 'push-up', notes: '' }],
  })
  expect([planned.session.notes, planned.session.exercises[0].planned.notes]).toEqual([null, null])
  const goal = { kind: 'reps', exercise: 'push-up', target: 20, notes: '' }
  expect(expectStatus(await athlete.post('/me/goals', goal), 201).body.notes).toBeNull()
  expect((await athlete.post('/me/check-ins', { notes: '' })).body.errors).toMatchObject([{ code: 'REQUIRED' }])
  expect(expectStatus(await athlete.post('/me/check-ins', { sleep: 4, notes: '' }), 201).body.notes).toBeNull()
})
