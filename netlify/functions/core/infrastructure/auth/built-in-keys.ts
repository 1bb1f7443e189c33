import type { JWTVerifyGetKey } from 'jose'
import { JWKSNoMatchingKey } from 'jose/errors'
import { createLocalJWKSet } from 'jose/jwks/local'
import type { SigningKey } from '#queries/auth-public-keys.js'
import { perMinute } from './per-minute.js'

const freshMs = 10 * 60 * 1000
const surprisesPerMinute = 6

type Loaded = { readonly keyOf: JWTVerifyGetKey; readonly ids: ReadonlySet<string>; readonly at: number }

/**
 * Finds keys of the built-in issuer. It loads them once in ten minutes, and at once when a token
 * names an unknown key. That happens only a few times a minute, so invented names cannot keep the
 * database busy.
 *
 * Rejects as `load` does when the keys cannot be loaded, and with JWKSNoMatchingKey when there is
 * no such key.
 */
export function builtInKeys(
  load: () => Promise<readonly SigningKey[]>,
  clock: () => number = Date.now,
): JWTVerifyGetKey {
  const allowed = perMinute(surprisesPerMinute, clock)
  let current: Loaded | null = null
  let loading: Promise<Loaded> | null = null

  const reload = () => {
    loading ??= load()
      .then((keys) => {
        current = prepare(keys, clock())
        return current
      })
      .finally(() => {
        loading = null
      })
    return loading
  }

  const isFresh = ({ at }: Loaded) => clock() - at < freshMs

  return async (header, token) => {
    const { kid } = header
    if (!kid) throw new JWKSNoMatchingKey()
    const held = current
    if (!held || !isFresh(held)) return (await reload()).keyOf(header, token)
    const keys = held.ids.has(kid) || !allowed() ? held : await reload()
    return keys.keyOf(header, token)
  }
}

function prepare(keys: readonly SigningKey[], at: number): Loaded {
  const jwks = keys.map((key) => ({ ...JSON.parse(key.publicKey), kid: key.id, alg: 'EdDSA', use: 'sig' }))
  return { keyOf: createLocalJWKSet({ keys: jwks }), ids: new Set(keys.map((key) => key.id)), at }
}
