import type { IncomingHttpHeaders } from 'node:http'
import { importJWK, jwtVerify } from 'jose'

/** Tells whose access token a request carries. */
export type WhoAsks = (headers: IncomingHttpHeaders) => Promise<string>

/** Verifies access tokens as the product does (EdDSA, issuer, audience, expiry), with the key of BENCH_JWK. */
export async function tokenVerifier(): Promise<WhoAsks> {
  const key = await importJWK(JSON.parse(process.env.BENCH_JWK ?? ''), 'EdDSA')
  const issuer = 'http://localhost:8888'
  return async ({ authorization = '' }) => {
    const { payload } = await jwtVerify(authorization.slice('Bearer '.length), key, {
      issuer,
      audience: `${issuer}/api/v1`,
      algorithms: ['EdDSA'],
      requiredClaims: ['sub', 'exp'],
    })
    return payload.sub ?? ''
  }
}
