import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseError } from '#database/errors.js'
import type { SigningKey } from '#queries/auth-public-keys.js'
import { payloadOf, testBaseUrl } from '#tests/support/tokens.js'
import { builtInIssuer } from './access-token.js'
import { authenticator } from './authenticate.js'
import { builtInKeys } from './built-in-keys.js'

const sub = randomUUID()
const kid = randomUUID()
const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
const key: SigningKey = { id: kid, publicKey: JSON.stringify(await exportJWK(pair.publicKey)) }
const builtIn = builtInIssuer(testBaseUrl)
const nobody = async () => false
const noKeys = () => Promise.reject(new Error('no test here sends an API key'))

const authenticate = authenticator({
  builtIn,
  keys: builtInKeys(async () => [key]),
  issuers: [],
  athleteExists: nobody,
  byKey: noKeys,
})

const sign = (claims: Parameters<typeof payloadOf>[0], header: { alg: string; kid?: string } = { alg: 'EdDSA', kid }) =>
  new SignJWT(payloadOf(claims)).setProtectedHeader(header).sign(pair.privateKey)

const requestWith = (authorization: string | null) =>
  new Request(`${testBaseUrl}/api/v1/me`, authorization === null ? {} : { headers: { authorization } })

const asked = { requestId: 'asked', now: new Date() }

const present = async (token: string | Promise<string>) => authenticate(requestWith(`Bearer ${await token}`), asked)

const unauthenticated = expect.objectContaining({ code: 'UNAUTHENTICATED' })

describe('authenticate accepts', () => {
  test('a request without credentials as a visitor', async () => {
    expect(await authenticate(requestWith(null), asked)).toBeNull()
  })

  test('a token of the built-in issuer, with those of its scopes that exist', async () => {
    const principal = await present(sign({ sub, scope: 'sessions:read profile:read of:another-age', signedIn: null }))
    const scopes = new Set(['sessions:read', 'profile:read'])
    expect(principal).toEqual({ userId: sub, scopes, keyId: null, signedInAt: null })
  })

  test('a token with the instant of the sign-in that it goes back to', async () => {
    const { auth_time: seconds } = payloadOf({ signedIn: -300 })
    expect((await present(sign({ sub, signedIn: -300 })))?.signedInAt).toEqual(new Date(Number(seconds) * 1000))
    for (const odd of ['1764244800', true, [1], null]) {
      const token = new SignJWT({ ...payloadOf({ sub }), auth_time: odd }).setProtectedHeader({ alg: 'EdDSA', kid })
      expect((await present(token.sign(pair.privateKey)))?.signedInAt, JSON.stringify(odd)).toBeNull()
    }
  })

  test('a token without scopes, which allows nothing', async () => {
    expect((await present(sign({ sub, scope: null })))?.scopes.size).toBe(0)
  })

  test('a token that expired up to 30 seconds ago', async () => {
    expect((await present(sign({ sub, expiresIn: -20 })))?.userId).toBe(sub)
    await expect(present(sign({ sub, expiresIn: -31 }))).rejects.toEqual(unauthenticated)
  })

  test('a token by the clock of the request', async () => {
    const request = requestWith(`Bearer ${await sign({ sub, expiresIn: 60 })}`)
    const at = (seconds: number) => ({ ...asked, now: new Date(asked.now.getTime() + seconds * 1000) })
    expect((await authenticate(request, at(80)))?.userId).toBe(sub)
    await expect(authenticate(request, at(100))).rejects.toMatchObject({ detail: 'The access token has expired.' })
    const expired = requestWith(`Bearer ${await sign({ sub, expiresIn: -3600 })}`)
    expect((await authenticate(expired, at(-3700)))?.userId).toBe(sub)
  })
})

describe('authenticate verifies a token once', () => {
  /** Counts how often a key is asked for: once for each verification. */
  function counted() {
    let verified = 0
    const keyOf = builtInKeys(async () => [key])
    const keys: typeof keyOf = (header, token) => {
      verified += 1
      return keyOf(header, token)
    }
    const parts = { builtIn, keys, issuers: [], athleteExists: nobody, byKey: noKeys }
    return { authenticate: authenticator(parts), verified: () => verified }
  }

  test('for the requests of a minute, and answers each of them with the same caller', async () => {
    const { authenticate, verified } = counted()
    const header = `Bearer ${await sign({ sub })}`
    const callers = [await authenticate(requestWith(header), asked), await authenticate(requestWith(header), asked)]
    expect(callers[1]).toEqual(callers[0])
    expect(verified()).toBe(1)
  })

  test('and again when it is out of its time, so that the reason is told', async () => {
    const { authenticate, verified } = counted()
    const request = requestWith(`Bearer ${await sign({ sub, expiresIn: 60 })}`)
    await authenticate(request, asked)
    const later = { ...asked, now: new Date(asked.now.getTime() + 91_000) }
    await expect(authenticate(request, later)).rejects.toMatchObject({ detail: 'The access token has expired.' })
    expect(verified()).toBe(2)
  })

  test('and remembers none that is refused', async () => {
    const { authenticate, verified } = counted()
    const [head, payload] = (await sign({ sub })).split('.')
    const forged = requestWith(`Bearer ${head}.${payload}.${'A'.repeat(86)}`)
    for (const _ of [1, 2]) await expect(authenticate(forged, asked)).rejects.toEqual(unauthenticated)
    expect(verified()).toBe(2)
  })
})

describe('authenticate refuses', () => {
  test.each([
    'Basic YTpi',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Bearer ä.b.c',
    'token',
    `Bearer ${'a'.repeat(9000)}.b.c`,
  ])('credentials that are not a bearer token: %.20s', async (header) => {
    const request = requestWith(null)
    request.headers.set('authorization', Buffer.from(header).toString('latin1'))
    await expect(authenticate(request, asked)).rejects.toEqual(unauthenticated)
  })

  test.each([
    ['expired', { sub, expiresIn: -60 }],
    ['without expiry', { sub, expiresIn: null }],
    ['of another issuer', { sub, iss: 'https://evil.example' }],
    ['without issuer', { sub, iss: null }],
    ['for another audience', { sub, aud: `${testBaseUrl}/api/v2` }],
    ['without audience', { sub, aud: null }],
    ['without subject', { sub: null }],
    ['whose subject is not an id', { sub: 'ada' }],
    ['whose subject is an id in upper case', { sub: sub.toUpperCase().replace(/[0-9]/g, 'A') }],
  ])('a token %s', async (_, claims) => {
    await expect(present(sign(claims))).rejects.toEqual(unauthenticated)
  })

  test('a token without a signature (alg none)', async () => {
    await expect(present(new UnsecuredJWT(payloadOf({ sub })).encode())).rejects.toEqual(unauthenticated)
  })

  test('a token signed with the public key as a shared secret (HS256)', async () => {
    for (const secret of [key.publicKey, await exportSPKI(pair.publicKey)]) {
      const token = new SignJWT(payloadOf({ sub })).setProtectedHeader({ alg: 'HS256', kid }).sign(Buffer.from(secret))
      await expect(present(token)).rejects.toEqual(unauthenticated)
    }
  })

  test('a token that names an unknown key, or none', async () => {
    await expect(present(sign({ sub }, { alg: 'EdDSA', kid: randomUUID() }))).rejects.toEqual(unauthenticated)
    await expect(present(sign({ sub }, { alg: 'EdDSA' }))).rejects.toEqual(unauthenticated)
  })

  test('a token that names a known key and is signed by another', async () => {
    const other = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const forged = new SignJWT(payloadOf({ sub })).setProtectedHeader({ alg: 'EdDSA', kid }).sign(other.privateKey)
    await expect(present(forged)).rejects.toEqual(unauthenticated)
  })

  test('a token whose claims were changed', async () => {
    const [header, , signature] = (await sign({ sub })).split('.')
    const claims = Buffer.from(JSON.stringify(payloadOf({ sub: randomUUID() }))).toString('base64url')
    await expect(present(`${header}.${claims}.${signature}`)).rejects.toEqual(unauthenticated)
  })

  test('a session token, and says where to exchange it', async () => {
    await expect(present('ikavsj7FmGff24QvsmRIZx9d20UhGT4Z')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      detail: expect.stringContaining('/api/v1/auth/token'),
    })
  })
})

describe('authenticate without its keys', () => {
  test('answers SERVICE_UNAVAILABLE instead of refusing the token', async () => {
    const facts = {
      kind: 'unavailable',
      sqlState: null,
      constraint: null,
      detail: null,
      ambiguous: false,
      statement: null,
    } as const
    const keys = builtInKeys(() => Promise.reject(new DatabaseError(facts, new Error('connection refused'))))
    const cut = authenticator({ builtIn, keys, issuers: [], athleteExists: nobody, byKey: noKeys })
    await expect(cut(requestWith(`Bearer ${await sign({ sub })}`), asked)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      retryAfterSeconds: 2,
    })
  })
})

describe('authenticate with another issuer', () => {
  const issuer = 'https://accounts.example'
  const audience = 'calistheniq'
  let jwksUrl = ''
  let stop = () => {}
  const rsa = generateKeyPair('RS256')

  beforeAll(async () => {
    const jwk = { ...(await exportJWK((await rsa).publicKey)), kid: 'one', alg: 'RS256' }
    const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`
    stop = () => server.close()
  })
  afterAll(() => stop())

  const tokenOfRsa = async (header = { alg: 'RS256', kid: 'one' }) =>
    new SignJWT(payloadOf({ sub, iss: issuer, aud: audience })).setProtectedHeader(header).sign((await rsa).privateKey)

  const trusting = (algorithms: string[], athleteExists: (userId: string) => Promise<boolean>, url = jwksUrl) =>
    authenticator({
      builtIn,
      keys: builtInKeys(async () => [key]),
      issuers: [{ issuer, audience, jwksUrl: url, algorithms }],
      athleteExists,
      byKey: noKeys,
    })

  test('accepts its tokens for athletes who have an account', async () => {
    const verify = trusting(['RS256'], async (userId) => userId === sub)
    expect((await verify(requestWith(`Bearer ${await tokenOfRsa()}`), asked))?.userId).toBe(sub)
  })

  test('looks for the account each time, also for a token that it remembers', async () => {
    let exists = true
    const verify = trusting(['RS256'], async () => exists)
    const header = `Bearer ${await tokenOfRsa()}`
    expect((await verify(requestWith(header), asked))?.userId).toBe(sub)
    exists = false
    await expect(verify(requestWith(header), asked)).rejects.toEqual(unauthenticated)
  })

  test('refuses its tokens for an account that does not exist', async () => {
    const verify = trusting(['RS256'], nobody)
    await expect(verify(requestWith(`Bearer ${await tokenOfRsa()}`), asked)).rejects.toEqual(unauthenticated)
  })

  test('refuses algorithms that the issuer is not configured for', async () => {
    const verify = trusting(['ES256'], async () => true)
    await expect(verify(requestWith(`Bearer ${await tokenOfRsa()}`), asked)).rejects.toEqual(unauthenticated)
  })

  test('answers SERVICE_UNAVAILABLE when the keys of the issuer cannot be fetched', async () => {
    const verify = trusting(['RS256'], async () => true, 'http://127.0.0.1:1/jwks')
    await expect(verify(requestWith(`Bearer ${await tokenOfRsa()}`), asked)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    })
  })
})
