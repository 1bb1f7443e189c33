import { afterEach, expect, test, vi } from 'vitest'
import { checks, openJudge, type Tally } from './tally.js'
import { tinyApi, type Wrong } from './tiny-api.js'
import { tryOperation } from './try-operation.js'

afterEach(() => vi.restoreAllMocks())

async function talliesOf(wrong?: Wrong): Promise<readonly Tally[]> {
  const subject = tinyApi(wrong)
  const judge = openJudge()
  for (const operation of subject.operations)
    await tryOperation(subject, operation, judge, { seed: 1, count: 8, wrongMax: 50 })
  return judge.tallies()
}

test('there are fourteen checks', () => expect(new Set(checks.map(({ name }) => name)).size).toBe(14))

test('a correct API passes every check, and every check applies to it', async () => {
  const tallies = await talliesOf()
  expect(tallies.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))).toEqual([])
  expect(tallies.filter(({ applied }) => applied === 0)).toEqual([])
})

const isRead = ({ method, path }: { method: string; path: string }) => method === 'GET' && path.startsWith('/things/')
const isMake = ({ method }: { method: string }) => method === 'POST'

/** An API that breaks the rule of a check, by the name of the check. */
const breaking: Readonly<Record<string, Wrong>> = {
  not_a_server_error: (request, right) =>
    isMake(request) && (request.body?.length ?? 0) > 22 ? { status: 500 } : right(),
  status_code_conformance: (request, right) => (isRead(request) ? { ...right(), status: 203 } : right()),
  content_type_conformance: (request, right) => (isRead(request) ? { ...right(), type: 'text/html' } : right()),
  response_headers_conformance: (request, right) =>
    isRead(request) ? { ...right(), headers: { etag: '1' } } : right(),
  response_schema_conformance: (request, right) => (isRead(request) ? { ...right(), body: { name: 7 } } : right()),
  max_response_time: (_, right) => {
    const started = performance.now()
    vi.spyOn(performance, 'now').mockReturnValueOnce(started + 60_000)
    return right()
  },
  negative_data_rejection: (request, right) => {
    const taken = { status: 201, body: { name: 'a' }, headers: { location: '/api/v1/things/x' } }
    const answer = right()
    return isMake(request) && answer.status === 422 ? taken : answer
  },
  positive_data_acceptance: (request, right) =>
    isMake(request) && (request.body?.length ?? 0) > 13 ? { status: 422, body: {} } : right(),
  missing_required_header: (request, right) =>
    isMake(request) && request.type === null ? { status: 201, body: { name: 'a' } } : right(),
  unsupported_method: (request, right) => (request.method === 'PUT' ? { status: 200 } : right()),
  allow_header_conformance: (request, right) =>
    request.method === 'OPTIONS' ? { status: 204, headers: { allow: 'GET, POST, PUT' } } : right(),
  use_after_free: (request, right, things) => {
    const kept = [...things]
    const answer = right()
    if (request.method === 'DELETE') for (const [id, thing] of kept) things.set(id, thing)
    return answer
  },
  ensure_resource_availability: (request, right, things) => {
    const kept = new Set(things.keys())
    const answer = right()
    if (isMake(request)) for (const id of things.keys()) if (!kept.has(id)) things.delete(id)
    return answer
  },
  ignored_auth: (request, right) => {
    const answer = right()
    return isRead(request) && answer.status === 401 ? { status: 200, body: { name: 'a' } } : answer
  },
}

test('every check has an API that breaks its rule', () => {
  expect(Object.keys(breaking).sort()).toEqual(checks.map(({ name }) => name).sort())
})

test.each(Object.entries(breaking))('%s finds the API that breaks its rule', async (name, wrong) => {
  const tally = (await talliesOf(wrong)).find((one) => one.name === name)
  expect(tally?.faults.length).toBeGreaterThan(0)
})
