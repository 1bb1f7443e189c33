import { type Admission, admitted } from './admission.js'
import { type Meter, metered } from './metered.js'
import type { Database } from './port.js'
import { boundTo, type Identity, type UnitOfWorkOptions } from './unit-of-work.js'

type RequestUse = {
  readonly identity: Identity
  /** Whose quota the request counts against; null where nobody's. */
  readonly admission: Admission | null
  readonly deadline: UnitOfWorkOptions
  readonly meter: Meter
}

/**
 * Wraps the database that all requests share for one of them. A batch passes through the layers
 * from the top; each adds its statements in front, so that the whole is still one round trip:
 *
 *     bound      takes on the identity, and the time that is left
 *     admitted   counts the request against the caller's quota
 *     metered    counts round trips and what they take
 *     database   the adapter: Neon or pg
 */
export function requestDatabase(database: Database, { identity, admission, deadline, meter }: RequestUse): Database {
  const counted = metered(database, meter)
  return boundTo(admission ? admitted(counted, admission, meter) : counted, identity, deadline)
}
