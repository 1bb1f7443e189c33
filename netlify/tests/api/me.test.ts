import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'

const api = await testApi()
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete({ name: 'Ada', timeZone: 'Pacific/Auckland' })
  // half past eleven in the evening in Auckland; the same day in UTC, but one day later an hour
  // from now
  api.setNow('2026-11-22T10:30:00.000Z')
})

describe('GET /me', () => {
  test('gives the profile', async () => {
    const { status, body, headers } = await ada.get('/me')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toEqual({
      id: ada.id,
      email: expect.stringContaining('@example.com'),
      name: 'Ada',
      timeZone: 'Pacific/Auckland',
      bodyMassKg: null,
      equipment: [],
      units: 'metric',
      daysPerWeek: null,
      minutesPerSession: null,
      loadKg: null,
      skills: [],
      places: [],
      dislikes: [],
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    })
    expect(headers.get('etag')).toMatch(/^"1\./)
  })

  test('needs a token', async () => {
    expect((await api.visitor.get('/me')).status).toBe(401)
  })

  test('needs the scope to read the profile', async () => {
    const narrow = await api.athlete({ scopes: ['levels:read'] })
    expect((await narrow.get('/me')).status).toBe(403)
  })

  test('refuses an account that was erased', async () => {
    await api.db.rows('delete from users where id = $1', [ada.id])
    const { status, body } = await ada.get('/me')
    expect([status, body.code]).toEqual([404, 'ACCOUNT_NOT_FOUND'])
  })
})

describe('PATCH /me', () => {
  test('answers as the next GET does', async () => {
    const patch = {
      name: 'Ada L.',
      bodyMassKg: 72.35,
      equipment: ['rings', 'band'],
      units: 'imperial',
      timeZone: 'UTC',
    }
    const { status, body } = await ada.patch('/me', patch)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ ...patch, version: 2 })
    expect((await ada.get('/me')).body).toEqual(body)
  })

  test('clears a name or a body mass that is null, and keeps what is left out', async () => {
    await ada.patch('/me', { bodyMassKg: 70, equipment: ['band'] })
    const { body } = await ada.patch('/me', { name: null, bodyMassKg: null })
    expect(body).toMatchObject({ name: null, bodyMassKg: null, equipment: ['band'], version: 3 })
    expect((await ada.get('/me')).body).toEqual(body)
  })

  test('keeps the version and writes nothing when nothing changes', async () => {
    const before = (await ada.patch('/me', { bodyMassKg: 70 })).body
    for (const patch of [{}, { name: 'Ada' }, { bodyMassKg: 70, equipment: [] }]) {
      const { body, headers } = await ada.patch('/me', patch)
      expect(body).toEqual(before)
      expect(headers.get('server-timing')).toContain('1 round trip"')
    }
    const events = await api.db.rows('select type from events where user_id = $1 order by sequence', [ada.id])
    expect(events.map(({ type }) => type)).toEqual(['profile.changed', 'bodyMass.recorded'])
  })

  test("records the body mass on the day in the athlete's time zone", async () => {
    await ada.patch('/me', { bodyMassKg: 70 })
    api.setNow('2026-11-22T11:30:00.000Z')
    await ada.patch('/me', { bodyMassKg: 69.5 })
    await ada.patch('/me', { bodyMassKg: 69.4 })
    const entries = await api.db.rows(
      'select measured_on::text as day, body_mass_kg::float8 as kg from body_mass_entries where user_id = $1 order by 1',
      [ada.id],
    )
    expect(entries).toEqual([
      { day: '2026-11-22', kg: 70 },
      { day: '2026-11-23', kg: 69.4 },
    ])
  })

  test.each([
    ['email', { email: 'eve@example.com' }, '/email'],
    ['id', { id: '00000000-0000-4000-8000-000000000000' }, '/id'],
    ['version', { version: 9 }, '/version'],
    ['createdAt', { createdAt: '2026-11-22T10:30:00.000Z' }, '/createdAt'],
    ['role', { role: 'admin' }, '/role'],
    ['unknown equipment', { equipment: ['band', 'trampoline'] }, '/equipment/1'],
    ['equipment named twice', { equipment: ['band', 'band'] }, '/equipment'],
    ['a time zone of null', { timeZone: null }, '/timeZone'],
    ['an unknown time zone', { timeZone: 'Europe/Atlantis' }, '/timeZone'],
    ['a body mass of 401 kg', { bodyMassKg: 401 }, '/bodyMassKg'],
    ['a body mass as text', { bodyMassKg: '70' }, '/bodyMassKg'],
    ['a name of 101 characters', { name: 'é'.repeat(101) }, '/name'],
    ['a name with NUL', { name: 'A\u0000' }, '/name'],
    ['unknown units', { units: 'stone' }, '/units'],
  ])('refuses %s and writes nothing', async (_, patch, pointer) => {
    const { status, body } = await ada.patch('/me', patch)
    expect(status, JSON.stringify(body)).toBe(422)
    expect(body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer)
    expect((await ada.get('/me')).body.version).toBe(1)
  })

  test('refuses an If-Match that is out of date, and accepts the current one', async () => {
    await ada.patch('/me', { units: 'imperial' }, { headers: { 'if-match': '"1"' } })
    const stale = await ada.patch('/me', { units: 'metric' }, { headers: { 'if-match': '"1"' } })
    expect([stale.status, stale.body.code]).toEqual([412, 'VERSION_MISMATCH'])
    const { status, headers } = await ada.patch('/me', { units: 'metric' }, { headers: { 'if-match': '"2"' } })
    expect([status, headers.get('etag')]).toEqual([200, expect.stringMatching(/^"3\./)])
  })

  test('makes four changes that arrive at once one after the other', async () => {
    const names = Array.from({ length: 4 }, (_, index) => `Ada ${index}`)
    const answers = await Promise.all(names.map((name) => ada.patch('/me', { name })))
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200))
    expect(answers.map(({ body }) => body.version).sort()).toEqual([2, 3, 4, 5])
    const last = answers.find(({ body }) => body.version === 5)
    expect((await ada.get('/me')).body).toEqual(last?.body)
  })

  test('accepts exactly one of ten changes with the same ETag', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        ada.patch('/me', { name: `Ada ${index}` }, { headers: { 'if-match': '"1"' } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)])
  })

  test('changes no profile of another athlete', async () => {
    const eve = await api.athlete({ name: 'Eve' })
    await eve.patch('/me', { name: 'Eve E.' })
    expect((await ada.get('/me')).body.name).toBe('Ada')
  })
})
