import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { clientOf, testApi } from '#tests/support/api.js'

const api = await testApi()

describe('GET /me/export', () => {
  it('gives all data of the athlete as JSON and CSV in a ZIP, without any secret', async () => {
    const athlete = await api.athlete({ name: 'Grace, "the" Hopper' })
    await athlete.put('/me/levels/Push', { level: 2 })
    const made = await athlete.post('/me/keys', { name: 'Watch', scopes: ['sessions:read'] })
    const hook = await athlete.post('/me/webhooks', { url: 'https://192.0.3.1/hook', eventTypes: ['set.logged'] })
    const response = await api.fetch('/me/export', { headers: { authorization: `Bearer ${athlete.token}` } })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const text = (name: string) => new TextDecoder().decode(files[name])
    expect(JSON.parse(text('json/profile.json'))[0]).toMatchObject({ id: athlete.id, name: 'Grace, "the" Hopper' })
    expect(JSON.parse(text('json/levels.json'))[0]).toMatchObject({ current_level: 2 })
    expect(JSON.parse(text('json/events.json')).map(({ type }: { type: string }) => type)).toContain('level.setByHand')
    expect(text('csv/profile.csv')).toContain('"Grace, ""the"" Hopper"')
    expect(text('README.txt')).toContain('levels: 1')
    const everything = Object.values(files)
      .map((file) => new TextDecoder().decode(file))
      .join('')
    expect(everything).not.toContain(made.body.key)
    expect(everything).not.toContain('key_hash')
    expect(JSON.parse(text('json/webhooks.json'))[0]).toMatchObject({ id: hook.body.id, url: 'https://192.0.3.1/hook' })
    expect(everything).not.toContain(hook.body.secret)
    expect(everything).not.toMatch(/sealed|"?v1\.[\w-]{100}/)
  })

  it('gives no data of another athlete', async () => {
    const [one, other] = [await api.athlete(), await api.athlete()]
    const response = await api.fetch('/me/export', { headers: { authorization: `Bearer ${one.token}` } })
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const everything = Object.values(files)
      .map((file) => new TextDecoder().decode(file))
      .join('')
    expect(everything).toContain(one.id)
    expect(everything).not.toContain(other.id)
  })
})

describe('DELETE /me', () => {
  it('erases every row of the athlete, and leaves a tombstone', async () => {
    const athlete = await api.athlete()
    await athlete.put('/me/levels/Pull', { level: 1 })
    await athlete.post('/sessions', { date: '2026-11-20', exercises: [{ exercise: 'push-up' }] })
    expect((await athlete.delete('/me')).status).toBe(204)
    const tables = await api.db.rows<{ table_name: string }>(
      `select table_name from information_schema.columns where column_name = 'user_id' and table_schema = 'public'`,
    )
    for (const { table_name: table } of tables) {
      const rows = await api.db.rows(`select 1 from "${table}" where user_id = $1`, [athlete.id])
      expect(rows.length, table).toBe(table === 'erasure_tombstones' ? 1 : 0)
    }
    const after = await athlete.get('/me')
    expect([after.status, after.body.code]).toEqual([404, 'ACCOUNT_NOT_FOUND'])
  })

  it('may be repeated, also with the key and the version of the first request, and at once', async () => {
    const [athlete, other] = [await api.athlete(), await api.athlete()]
    const headers = { 'idempotency-key': 'erase-me', 'if-match': '"1"' }
    expect((await athlete.delete('/me', { headers: { 'if-match': '"7"' } })).status).toBe(412)
    const [first] = await api.db.rows<{ users: number }>('select count(*)::integer as users from users')
    const answers = [await athlete.delete('/me', { headers }), await athlete.delete('/me', { headers })]
    answers.push(await athlete.delete('/me'))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
    const atOnce = await Promise.all(Array.from({ length: 8 }, () => other.delete('/me', { headers })))
    expect(atOnce.map(({ status }) => status)).toEqual(Array(8).fill(204))
    expect(await api.db.rows('select count(*)::integer as users from users')).toEqual([
      { users: (first?.users ?? 0) - 2 },
    ])
    const tombstones = 'select from erasure_tombstones where user_id = any($1)'
    expect(await api.db.rows(tombstones, [[athlete.id, other.id]])).toHaveLength(2)
  })

  it('finds no account that never was', async () => {
    const token = await api.issuer.issueToken({ sub: randomUUID() })
    const { status, body } = await clientOf(api.fetch, token).delete('/me')
    expect([status, body.code]).toEqual([404, 'ACCOUNT_NOT_FOUND'])
  })

  it('leaves other athletes alone', async () => {
    const [one, other] = [await api.athlete(), await api.athlete()]
    await one.delete('/me')
    expect((await other.get('/me')).status).toBe(200)
  })
})

describe('consents', () => {
  it('are given and withdrawn independently of each other', async () => {
    const athlete = await api.athlete()
    await athlete.put('/me/consents/health-data', { given: true })
    await athlete.put('/me/consents/research', { given: true })
    await athlete.put('/me/consents/research', { given: false })
    const { body } = await athlete.get('/me/consents')
    expect(body.data).toMatchObject([
      { purpose: 'health-data', given: true, version: 1 },
      { purpose: 'research', given: false, version: 2 },
    ])
    expect(body.page).toEqual({ nextCursor: null, limit: 100 })
  })

  it('refuse an unknown purpose', async () => {
    const athlete = await api.athlete()
    expect((await athlete.put('/me/consents/advertising', { given: true })).status).toBe(400)
  })
})
