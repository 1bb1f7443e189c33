import { createServer, type ServerResponse } from 'node:http'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { FaultContext } from '#tests/faults/support/context.js'

/** How the address of the issuer's keys answers. */
export type KeysAnswer =
  | 'well'
  | 'nobody listens'
  | 'never'
  | '500'
  | 'HTML'
  | 'no key set'
  | 'broken off'
  | 'redirects'

export type ForeignIssuer = {
  /** The setting AUTH_ISSUERS that trusts it. */
  readonly setting: string
  readonly issueToken: (userId: string) => Promise<string>
}

const audience = 'https://calistheniq.example.com'

/** Starts an issuer whose tokens are valid, and whose keys may be out of reach. */
export async function foreignIssuer(context: FaultContext, answer: KeysAnswer): Promise<ForeignIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] })
  const port = await serveKeys(context, answer, keys)
  const issuer = `https://issuer-${port}.example.com`
  const jwksUrl = `http://127.0.0.1:${port}/keys`
  const setting = JSON.stringify([{ issuer, audience, jwksUrl, algorithms: ['ES256'] }])
  return { setting, issueToken: (userId) => sign(privateKey, issuer, userId) }
}

function sign(privateKey: CryptoKey, issuer: string, userId: string): Promise<string> {
  return new SignJWT({ scope: 'profile:read' })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(userId)
    .setExpirationTime('5m')
    .sign(privateKey)
}

async function serveKeys(context: FaultContext, answer: KeysAnswer, keys: string): Promise<number> {
  const server = createServer((_, response) => respond(response, answer, keys))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  if (answer === 'nobody listens') await close()
  else context.onEnd(close)
  return typeof address === 'object' && address ? address.port : 0
}

function respond(response: ServerResponse, answer: KeysAnswer, keys: string): void {
  const json = { 'content-type': 'application/json' }
  if (answer === 'well') response.writeHead(200, json).end(keys)
  else if (answer === '500') response.writeHead(500).end(keys)
  else if (answer === 'HTML') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>')
  else if (answer === 'no key set') response.writeHead(200, json).end('{"keys":"none today"}')
  else if (answer === 'redirects') response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
  else if (answer === 'broken off') {
    response.writeHead(200, { ...json, 'content-length': keys.length + 1 }).write(keys)
    response.destroy()
  }
}
