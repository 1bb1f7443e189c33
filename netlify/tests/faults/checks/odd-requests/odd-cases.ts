/** A request that is odd in one way, as it goes over the wire. */
export type OddCase = {
  readonly name: string
  /** Method and address. */
  readonly line: string
  readonly headers: readonly string[]
  readonly body: string
  readonly statuses: readonly number[]
}

type Options = { readonly line?: string; readonly headers?: readonly string[]; readonly body?: string }

const odd = (
  name: string,
  statuses: readonly number[],
  { line = 'GET /me', headers = [], body = '' }: Options,
): OddCase => ({
  name,
  line,
  headers,
  body,
  statuses,
})

const addresses = [
  '/exercises/..%2fme',
  '/exercises/%2e%2e%2fme',
  '/exercises/%252e%252e%252fme',
  '/exercises/..%5cme',
  '/exercises/%2e%2e%5c%2e%2e%5cme',
  '/exercises/%c0%ae%c0%ae%c0%afme',
  '/exercises/%ff',
  '/exercises/%',
  '/exercises/%zz',
  '/exercises/%u002e',
  '/exercises/pull-up%00',
  '/exercises/pull-up%2500',
  '/exercises/%00',
  '/exercises/pull-up%0d%0aX-Injected:%20yes',
  '/exercises/pull-up%2f',
  '/exercises/pull-up%2fprogressions',
  '/exercises/pull-up%3flimit=1',
  '/exercises/pull-up%23a',
  '/exercises/pull-up;a=b',
  '/exercises//pull-up',
  '/exercises/PULL-UP',
  '/exercises/%EF%BC%8E%EF%BC%8E',
  `/exercises/${'a'.repeat(8_000)}`,
  '/sessions/..%2fme',
  '/sessions/%2e%2e%2f%2e%2e%2fhealth%2flive',
  '/sessions/0198c0de-7a11-7000-8000-000000000001%00',
  '/sessions/0198C0DE-7A11-7000-8000-000000000001',
  '/me;a=b',
  '/me%2f',
  '/me%00',
  '//me',
  '/ME',
  '/me?_method=DELETE',
  '/me?a=%0d%0aX-Injected:%20yes',
  '/me?%00',
  '/me?a=%',
]

const patch = (headers: readonly string[], body = '{"name":"Ada"}'): Options => ({ line: 'PATCH /me', headers, body })
const typed = (type: string, ...more: string[]) => patch([`Content-Type: ${type}`, ...more])
const json = 'Content-Type: application/json'

/** Odd headers, methods and addresses, with a valid token. */
export function oddCases(token: string): OddCase[] {
  const authorization = `Authorization: Bearer ${token}`
  return [
    ...addresses.map((path) => odd(path.slice(0, 60), [400, 404], { line: `GET ${path}` })),
    // the same thing, by an address that means the same
    ...['/exercises/pull-up/', '/me/'].map((path) => odd(path, [200, 404], { line: `GET ${path}` })),
    ...[
      'short',
      'a b c d e f g h',
      'a'.repeat(5_000),
      '<script>alert(1)</script>',
      '\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9',
      "'; drop table users--",
    ].map((id) => odd(`X-Request-Id ${id.slice(0, 30)}`, [200], { headers: [`X-Request-Id: ${id}`] })),
    odd('a line feed in a header', [200, 400], { headers: ['X-Request-Id: abcdefgh\nX-Injected: yes'] }),
    odd('a carriage return in a header', [400], { headers: ['X-Request-Id: abcdefgh\rX-Injected: yes'] }),
    odd('NUL in a header', [400], { headers: ['X-Request-Id: abcd\x00efgh'] }),
    ...['\x01', '', ' ', 'a b', 'a'.repeat(256), 'a'.repeat(5_000), '\xe9', '"', '""'].map((value) =>
      odd(
        `Idempotency-Key ${JSON.stringify(value.slice(0, 20))} of ${value.length}`,
        value === '"' ? [200, 400] : [400],
        patch([json, `Idempotency-Key: ${value}`]),
      ),
    ),
    odd('two idempotency keys', [400], patch([json, 'Idempotency-Key: one', 'Idempotency-Key: two'])),
    ...['"1"; drop', 'W/"1"', '"99999999999"', '1', '"1", "2"', '"-1"', '\xe9'].map((tag) =>
      odd(`If-Match ${tag}`, [400, 412], patch([json, `If-Match: ${tag}`])),
    ),
    odd('the same token twice', [401], { headers: [authorization] }),
    odd('a token, then nonsense', [401], { headers: ['Authorization: Bearer a.b.c'] }),
    odd('a token, then a password', [401], { headers: ['Authorization: Basic YTpi'] }),
    odd('another method in a header', [200], {
      headers: ['X-HTTP-Method-Override: DELETE', 'X-HTTP-Method: DELETE', 'X-Method-Override: DELETE'],
    }),
    odd('another method in a header of POST', [405], { line: 'POST /me', headers: ['X-HTTP-Method-Override: DELETE'] }),
    odd('another address in a header', [200], {
      headers: ['X-Original-URL: /api/v1/health/live', 'X-Rewrite-URL: /api/v1/health/live'],
    }),
    odd('a method of WebDAV', [405], { line: 'PROPFIND /me' }),
    odd('a method that nobody knows', [400, 405], { line: 'STEAL /me' }),
    odd('a method in lower case', [400, 405], { line: 'get /me' }),
    ...[
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json, text/html',
      'application/jsonp',
      'application/json;charset=utf-16',
      'application/json;charset=utf-8;charset=utf-7',
      '*/*',
      ';',
      'json',
    ].map((type) => odd(`Content-Type ${type}`, [415], typed(type))),
    odd('two content types', [415], typed('application/json', 'Content-Type: text/plain')),
    odd('no content type', [415], patch([])),
    odd('a range', [200, 206, 416], { headers: ['Range: bytes=0-0,1-1,2-2'] }),
    odd('a protocol to change to', [200, 400], { headers: ['Connection: Upgrade', 'Upgrade: websocket'] }),
    odd('Accept of 5,000 types', [200, 406], { headers: [`Accept: ${'a/b,'.repeat(1_250)}*/*`] }),
  ]
}
