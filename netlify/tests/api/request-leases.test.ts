import { describe, expect, it, onTestFinished } from 'vitest'
import { DatabaseError } from '#database/errors.js'
import type { Database, Results } from '#database/port.js'
import type { Statement } from '#database/statement.js'
import { sql } from '#database/statement.js'
import type { Environment } from '#http/environment.js'
import { clientOf, type TestAthlete, testApi } from '#tests/support/api.js'
import { testEnvironment } from '#tests/support/environment.js'
import { expectStatus } from '#tests/support/session-api.js'
import { rowsOf } from '#tests/support/statements.js'
import { withClient } from '#tests/support/with-client.js'

// a window that no test outlives, and a quota of which more than one request is lent
const window = { RATE_LIMIT_WINDOW_SECONDS: '86400' }
const api = await testApi({ env: { ...window, RATE_LIMIT_REQUESTS: '600' } })

/** What another process has of its own: settings, and what it borrowed and remembers. */
function processWith(settings: Record<string, string> = {}) {
  const given = { ...window, RATE_LIMIT_REQUESTS: '600', ...settings, DATABASE_URL: api.db.url }
  const { config, leases, spentQuotas } = testEnvironment(given, { database: api.environment.database })
  return { config, leases, spentQuotas }
}

const remainingOf = (headers: Headers) => Number(/;r=(\d+);/.exec(headers.get('ratelimit') ?? '')?.[1])
const times = (count: number) => Array.from({ length: count }, (_, n) => n)
const roundTrips = () => api.requests.at(-1)?.roundTrips

/** How many requests were lent to a caller in this window, as the database counts. */
async function lentTo(caller: string): Promise<number> {
  const [found] = await api.db.rows<{ used: number }>('select used from request_counts where caller = $1', [caller])
  return found?.used ?? 0
}
const lentToAthlete = ({ id }: TestAthlete) => lentTo(`athlete:${id}`)

/** Spends what a process still has in hand for a caller, and tells how much that was. */
function takeInHand({ leases }: Pick<Environment, 'leases'>, caller: string): number {
  let inHand = 0
  while (leases.spend(caller) !== null) inHand += 1
  return inHand
}

/** What a transaction of a request did: the names of its statements, and what it had written at its end. */
type Seen = { readonly statements: readonly string[]; readonly isReadOnly: boolean; readonly wrote: number }

/** Looks in each transaction what it has written, from its beginning to its end. */
function watched(database: Database): { readonly database: Database; readonly seen: Seen[] } {
  const seen: Seen[] = []
  const look = rowsOf(
    sql`
      select
        current_setting('transaction_read_only') = 'on' and pg_current_xact_id_if_assigned() is null as is_read_only,
        (select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::integer from pg_stat_xact_all_tables) as wrote`,
    'look',
  )
  const batch: Database['batch'] = async (statements, options) => {
    const asked: readonly Statement[] = statements
    const results = await database.batch([look, ...asked, look], options)
    // the server adds up over transactions for a while, so only the difference is of this one
    const [[first], [last]] = [results[0], results.at(-1)] as [[Looked], [Looked]]
    const wrote = last.wrote - first.wrote
    seen.push({ statements: asked.map(({ name }) => name), isReadOnly: last.is_read_only, wrote })
    return results.slice(1, -1) as Results<typeof statements>
  }
  return { database: { ...database, batch }, seen }
}

type Looked = { readonly is_read_only: boolean; readonly wrote: number }

describe('a read with a lease in hand', () => {
  it('is one read-only transaction that writes no row and has no transaction id', async () => {
    const { database, seen } = watched(api.environment.database)
    const athlete = api.servedWith(await api.athlete(), { ...processWith(), database })
    for (const _ of times(4)) expectStatus(await athlete.get('/me'), 200)
    const plain = { statements: ['take-role-until', 'findProfile'], isReadOnly: true, wrote: 0 }
    const borrowing = { statements: ['take-role-until', 'borrowRequests', 'readOnlyFromHere', 'findProfile'], wrote: 2 }
    expect(seen).toEqual([{ ...borrowing, isReadOnly: false }, plain, plain, plain])
  })

  it('takes one round trip, and says what is left', async () => {
    const athlete = api.servedWith(await api.athlete(), processWith())
    const left = []
    for (const _ of times(6)) left.push([remainingOf((await athlete.get('/me')).headers), roundTrips()])
    expect(left).toEqual([599, 598, 597, 596, 595, 594].map((remaining) => [remaining, 1]))
    expect(await lentToAthlete(athlete)).toBe(4 + 8)
  })

  it('says by the clock of the database when the window ends', async () => {
    const athlete = api.servedWith(await api.athlete(), processWith())
    await athlete.get('/me')
    const { headers } = await athlete.get('/me')
    const told = Number(/t=(\d+)$/.exec(headers.get('ratelimit') ?? '')?.[1])
    const [clock] = await api.db.rows<{ left: number }>(
      'select 86400 - extract(epoch from now())::bigint % 86400 as left',
    )
    expect(Math.abs(told - Number(clock?.left))).toBeLessThanOrEqual(2)
  })

  it('leaves nothing to read from the database when a request is refused before its work', async () => {
    const athlete = api.servedWith(await api.athlete(), processWith())
    await athlete.get('/me')
    const { headers } = expectStatus(await athlete.patch('/me', { x: 1 }), 422)
    expect([roundTrips(), remainingOf(headers), await lentToAthlete(athlete)]).toEqual([0, 598, 4])
  })

  it('still notes a missing scope, and answers when that cannot be noted', async () => {
    const athlete = api.servedWith(await api.athlete({ scopes: ['profile:read'] }), processWith())
    await athlete.get('/me')
    expectStatus(await athlete.get('/me/keys'), 403)
    expect(roundTrips()).toBe(1)
    const noted = () => api.db.rows('select kind, times from security_log where user_id = $1', [athlete.id])
    expect(await noted()).toEqual([{ kind: 'refused', times: 1 }])
    const before = api.failures.length
    await api.db.rows('alter function app.note_security rename to note_nothing')
    onTestFinished(() => void api.db.rows('alter function app.note_nothing rename to note_security').catch(() => null))
    const { headers } = expectStatus(await athlete.get('/me/keys'), 403)
    await api.db.rows('alter function app.note_nothing rename to note_security')
    expect([remainingOf(headers), api.failures.length]).toEqual([597, before + 1])
  })
})

describe('a command with a lease in hand', () => {
  it('counts nothing either, and its repeat counts as a request of its own', async () => {
    const athlete = api.servedWith(await api.athlete(), processWith())
    await athlete.get('/me')
    const session = { date: '2026-11-18', exercises: [] }
    const options = { headers: { 'idempotency-key': 'of-a-lease' } }
    const made = expectStatus(await athlete.post('/sessions', session, options), 201)
    const again = expectStatus(await athlete.post('/sessions', session, options), 201)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect([remainingOf(made.headers), remainingOf(again.headers)]).toEqual([598, 597])
    expect([roundTrips(), await lentToAthlete(athlete)]).toEqual([1, 4])
  })
})

describe('requests of one caller at the same time', () => {
  it('never spend the same one, and wait for the one that borrows', async () => {
    const own = processWith()
    const athlete = api.servedWith(await api.athlete(), own)
    const answers = await Promise.all(times(40).map(() => athlete.get('/me')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(40)
    expect([await lentToAthlete(athlete), takeInHand(own, `athlete:${athlete.id}`)]).toEqual([4 + 8 + 16 + 32, 20])
  })

  it('are all served by a lease that has enough', async () => {
    const own = processWith()
    const athlete = api.servedWith(await api.athlete(), own)
    for (const _ of times(5)) await athlete.get('/me')
    const before = await lentToAthlete(athlete)
    const answers = await Promise.all(times(7).map(() => athlete.get('/me')))
    expect(answers.map(({ headers }) => remainingOf(headers)).sort()).toEqual([588, 589, 590, 591, 592, 593, 594])
    expect(await lentToAthlete(athlete)).toBe(before)
  })
})

describe('requests of one caller above the quota at the same time', () => {
  it('are refused together, by what one of them was told', async () => {
    const athlete = api.servedWith(await api.athlete(), processWith({ RATE_LIMIT_REQUESTS: '5' }))
    const before = api.requests.length
    await Promise.all(times(20).map(() => athlete.get('/me')))
    const asked = api.requests.slice(before).map(({ status, roundTrips }) => `${status} after ${roundTrips}`)
    const counted = Object.fromEntries([...Map.groupBy(asked, (line) => line)].map(([line, all]) => [line, all.length]))
    expect(counted).toEqual({ '200 after 1': 5, '429 after 1': 1, '429 after 0': 14 })
  })
})

describe('three processes', () => {
  it.each([40, 97, 300])('together answer a quota of %i and no more, when all go on', async (quota) => {
    const athlete = await api.athlete()
    const settings = { RATE_LIMIT_REQUESTS: `${quota}` }
    const clients = times(3).map(() => api.servedWith(athlete, processWith(settings)))
    let answered = 0
    for (let round = 0; round < 2 * quota; round += 15) {
      const asked = times(15).map((n) => (clients[(n * 7 + round) % 3] ?? athlete).get('/me'))
      answered += (await Promise.all(asked)).filter(({ status }) => status === 200).length
    }
    expect([answered, await lentToAthlete(athlete)]).toEqual([quota, quota])
  })

  it('refuse early by no more than the others have in hand, when these stop asking', async () => {
    const athlete = await api.athlete()
    const processes = times(3).map(() => processWith())
    const [one, two, three] = processes.map((own) => api.servedWith(athlete, own))
    let answered = 0
    for (const client of [one, two]) {
      // one request into a lease of 32
      for (const _ of times(29)) answered += expectStatus(await (client ?? athlete).get('/me'), 200) ? 1 : 0
    }
    let { status } = await (three ?? athlete).get('/me')
    for (; status === 200; { status } = await (three ?? athlete).get('/me')) answered += 1
    const inHand = processes.map((own) => takeInHand(own, `athlete:${athlete.id}`))
    expect(inHand).toEqual([31, 31, 0])
    expect(answered + 62).toBe(600)
  })
})

describe('a lease that is not to be believed', () => {
  it('is that of a batch that failed, because its count is rolled back', async () => {
    const own = processWith()
    const athlete = api.servedWith(await api.athlete(), own)
    await api.db.rows('alter table check_ins rename to check_ins_away')
    const { status } = await athlete.get('/me/check-ins')
    await api.db.rows('alter table check_ins_away rename to check_ins')
    expect(status).toBe(500)
    // the request was counted afterwards, by a lease that holds
    expect([await lentToAthlete(athlete), takeInHand(own, `athlete:${athlete.id}`)]).toEqual([4, 3])
  })

  it('is one whose answer was lost, although the database may have lent it', async () => {
    const own = processWith()
    const { database } = api.environment
    let lost = 0
    const losing: Database = {
      ...database,
      batch: async (statements, options) => {
        const results = await database.batch(statements, options)
        if (lost > 0) return results
        lost += 1
        const facts = { kind: 'timeout', sqlState: null, constraint: null, detail: null } as const
        throw new DatabaseError({ ...facts, ambiguous: true, statement: null }, new Error('no answer'))
      },
    }
    const athlete = api.servedWith(await api.athlete(), { ...own, database: losing })
    expectStatus(await athlete.get('/me'), 504)
    expect([await lentToAthlete(athlete), takeInHand(own, `athlete:${athlete.id}`)]).toEqual([8, 3])
  })

  it('is one that could not be had in time', async () => {
    const own = processWith({ REQUEST_DEADLINE_MS: '300' })
    const athlete = api.servedWith(await api.athlete(), own)
    for (const _ of times(4)) await athlete.get('/me')
    await withClient(api.db.url, async (holder) => {
      await holder.query('begin')
      await holder.query('select from request_counts where caller = $1 for update', [`athlete:${athlete.id}`])
      expectStatus(await athlete.get('/me'), 504)
      await holder.query('rollback')
    })
    expect([await lentToAthlete(athlete), takeInHand(own, `athlete:${athlete.id}`)]).toEqual([4, 0])
  })

  it('is one of a window that has ended', async () => {
    const own = processWith({ RATE_LIMIT_WINDOW_SECONDS: '2' })
    const athlete = api.servedWith(await api.athlete(), own)
    const { headers } = await athlete.get('/me')
    const seconds = Number(/t=(\d+)$/.exec(headers.get('ratelimit') ?? '')?.[1])
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    expect(remainingOf((await athlete.get('/me')).headers)).toBe(599)
    expect(await lentToAthlete(athlete)).toBe(4)
  })
})

describe('API keys', () => {
  const keyOf = async (athlete: TestAthlete) =>
    expectStatus(await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] }), 201).body

  it('that are revoked are refused although requests are in hand for them', async () => {
    const own = processWith()
    const athlete = api.servedWith(await api.athlete(), own)
    const { id, key } = await keyOf(athlete)
    const watch = api.servedWith({ ...athlete, token: key }, own)
    expectStatus(await watch.get('/me'), 200)
    expectStatus(await athlete.post(`/me/keys/${id}/revoke`), 200)
    expectStatus(await watch.get('/me'), 401)
    expect(takeInHand(own, `key:${id}`)).toBe(3)
  })

  it('borrow from the quota of the account too', async () => {
    const settings = { RATE_LIMIT_REQUESTS: '600', RATE_LIMIT_ACCOUNT_REQUESTS: '64' }
    const own = processWith(settings)
    const athlete = api.servedWith(await api.athlete(), own)
    const { key } = await keyOf(athlete)
    const { headers } = await api.servedWith({ ...athlete, token: key }, processWith(settings)).get('/me')
    // 64, less 4 in the other process, less the request itself
    expect(headers.get('ratelimit-policy')).toBe('"account";q=64;w=86400')
    expect([remainingOf(headers), await lentToAthlete(athlete)]).toEqual([59, 4])
  })

  it('do not borrow more than one while another caller of the account does', async () => {
    const athlete = api.servedWith(await api.athlete(), processWith())
    const { id, key } = await keyOf(athlete)
    const lock = `select pg_advisory_xact_lock(hashtextextended('request_counts ' || $1, 0))`
    await withClient(api.db.url, async (other) => {
      await other.query('begin')
      await other.query(lock, [athlete.id])
      expectStatus(await clientOf(api.fetch, key).get('/me'), 200)
      expect(await lentTo(`key:${id}`)).toBe(1)
      await other.query('rollback')
    })
  })

  it('pass the quota of the account together by one lease and by the number of callers less one', async () => {
    const settings = { RATE_LIMIT_REQUESTS: '500', RATE_LIMIT_ACCOUNT_REQUESTS: '200' }
    const own = processWith(settings)
    const athlete = api.servedWith(await api.athlete(), own)
    const keys = [await keyOf(athlete), await keyOf(athlete), await keyOf(athlete), await keyOf(athlete)]
    const callers = keys.map(({ key }) => api.servedWith({ ...athlete, token: key }, own))
    const statuses = []
    for (const _ of times(5)) {
      const answers = await Promise.all(times(80).map((n) => (callers[n % 4] ?? athlete).get('/me')))
      statuses.push(...answers.map(({ status }) => status))
    }
    const [sum] = await api.db.rows<{ lent: number }>(
      'select sum(used)::integer as lent from request_counts where account = $1',
      [athlete.id],
    )
    expect(statuses).toContain(429)
    // a lease has a sixteenth of what the account has left, at most
    expect(sum?.lent).toBeLessThanOrEqual(200 + 200 / 16 + 4)
    expect(sum?.lent).toBeGreaterThanOrEqual(200)
  })
})

describe('the release before this one', () => {
  it('counts the same quota, one request at a time', async () => {
    const athlete = api.servedWith(await api.athlete(), processWith())
    await athlete.get('/me')
    const [counted] = await api.db.rows('select * from app.count_request($1, 600, $2, 1800, 86400)', [
      `athlete:${athlete.id}`,
      athlete.id,
    ])
    expect(counted).toMatchObject({ policy: 'default', remaining: 595 })
  })
})
