import { type Admission, admitted, countRequest } from './admission.js'
import { type Meter, metered } from './metered.js'
import type { Database } from './port.js'
import { type Replica, readFromReplica } from './replica.js'
import { boundTo, type Identity, type UnitOfWorkOptions } from './unit-of-work.js'

type RequestUse = {
  readonly identity: Identity
  /** Whose quota the request counts against; null where nobody's. */
  readonly admission: Admission | null
  readonly deadline: Required<UnitOfWorkOptions>
  readonly meter: Meter
  /** Where it reads, when that need not be the primary. */
  readonly replica: Replica | undefined
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
export function requestDatabase(database: Database, use: RequestUse): Database {
  const { identity, admission, deadline, meter, replica } = use
  const primary = metered(database, meter)
  if (replica) return replicaOf(replica, primary, use)
  return boundTo(admission ? admitted(primary, admission, meter) : primary, identity, deadline)
}

/**
 * The same where a replica reads: it has half of the time that is left, so that the primary has the
 * other half when no answer comes.
 */
function replicaOf(replica: Replica, database: Database, { identity, admission, deadline, meter }: RequestUse) {
  const primary = boundTo(database, identity, deadline)
  return readFromReplica({
    ...replica,
    database: boundTo(metered(replica.database, meter), identity, { remainingMs: () => deadline.remainingMs() / 2 }),
    primary,
    count: async () => {
      if (admission) await countRequest(primary, admission, meter)
    },
  })
}
