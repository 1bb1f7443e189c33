import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepNamed, leanDriver, leanNetlify } from './only-named.js'

test('what an export mentions is kept, also through others, and the rest is left out', () => {
  const source = `
    var wrap = (f) => () => f(), one = wrap(() => two()), other = wrap(() => 3);
    function two() { return 2 }
    class Unused extends other.Base {}
    export { one as asked, Unused };`
  const kept = keepNamed(source, ['asked'])
  expect(kept).not.toMatch(/other|Unused/)
  expect(kept).toMatch(/var wrap = .*var one = .*function two.*export \{ one as asked \};/s)
})

test('a statement is kept that sets what is kept, and left out with what it sets', () => {
  const source = `
    var start = () => { late = 1 }, late, name = (f, as) => f;
    start();
    function asked() {}
    function unused() {}
    name(asked, 'asked');
    name(unused, 'unused');
    export { late, asked, unused };`
  const kept = keepNamed(source, ['late', 'asked'])
  expect(kept).toContain('start();')
  expect(kept).toContain("name(asked, 'asked');")
  expect(kept).not.toContain('unused')
})

test('an export that the package no longer has is refused', () => {
  expect(() => keepNamed('var one = 1; export { one };', ['two'])).toThrow('no longer exports two')
})

type Driver = typeof import('@neondatabase/serverless')

test("Neon's driver sends the same without what is left out, alone and in a transaction, and reads the same", async () => {
  const whole = readFileSync(new URL(import.meta.resolve('@neondatabase/serverless')), 'utf8')
  const lean = leanDriver(whole)
  expect(lean.length).toBeLessThan(0.4 * whole.length)
  expect(await askedBy(await moduleOf(lean))).toEqual(await askedBy(await moduleOf(whole)))
})

test("Netlify's package purges the CDN without what is left out", async () => {
  const whole = readFileSync(new URL(import.meta.resolve('@netlify/functions')), 'utf8')
  const { purgeCache } = await moduleOf<typeof import('@netlify/functions')>(leanNetlify(whole))
  const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 202 }))
  onTestFinished(() => fetched.mockRestore())
  await purgeCache({ siteID: 'site', token: 'token', tags: ['library'] })
  expect(fetched.mock.calls).toMatchObject([['https://api.netlify.com/api/v1/purge', { method: 'POST' }]])
})

const moduleOf = async <Module = Driver>(source: string): Promise<Module> =>
  import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`)

/** Lists what the driver sends, and what it makes of the answers. */
async function askedBy({ neon, neonConfig }: Driver): Promise<unknown[]> {
  const sent: unknown[] = []
  const answer = { command: 'SELECT', rowCount: 1, fields: [{ name: 'day', dataTypeID: 1082 }], rows: [['2026-01-01']] }
  const answers = [
    { status: 200, body: answer },
    { status: 200, body: { results: [answer, answer] } },
  ]
  neonConfig.fetchFunction = async (url: string, request: object) => {
    sent.push(url, request)
    const { status, body } = answers.shift() ?? { status: 400, body: { message: 'refused', code: '42601' } }
    return new Response(JSON.stringify(body), { status })
  }
  const client = neon('postgres://someone:secret@db.example.com/app', { fullResults: true })
  const read = await client.query('select $1::date as day', [Buffer.from('2026')])
  const both = await client.transaction([client.query('select 1'), client.query('select 2')], { readOnly: true })
  const refused = await client.query('selec').catch((error: unknown) => error)
  return [...sent, JSON.stringify(read), JSON.stringify(both), String(refused), Object.entries(Object(refused))]
}
