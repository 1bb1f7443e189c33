import { type Admission, admitted, countRequest } from './admission.js'
import { type Meter, metered } from './metered.js'
import type { Database } from './port.js'
import { type Replica, readFromReplica } from './replica.js'
import { boundTo, type Identity, type UnitOfWorkOptions } from './unit-of-work.js'

type RequestUse = {
  readonly identity: Identity
  /** The caller's quota that the request is still to count against; null when there is none. */
  readonly admission: Admission | null
  readonly deadline: Required<UnitOfWorkOptions>
  readonly meter: Meter
  /** The replica that the request reads from; undefined when it must read from the primary. */
  readonly replica: Replica | undefined
}

/**
 * Wraps the database that all requests share, for one request. A batch passes through the layers
 * from the top; each puts its statements in front, so that the whole is still one round trip:
 *
 *     admitted   counts the request against the caller's quota, where nothing is borrowed for it
 *     bound      sets the identity and the time limits, which hold for the count too
 *     metered    counts round trips, and the time that they take
 *     database   the adapter: Neon or pg
 */
export function requestDatabase(database: Database, use: RequestUse): Database {
  const { identity, admission, deadline, meter, replica } = use
  const primary = metered(database, meter)
  if (replica) return replicaOf(replica, primary, use)
  const bound = boundTo(primary, identity, deadline)
  return admission ? admitted(bound, admission, meter) : bound
}

/**
 * Does the same with a replica for the reads. The replica has half of the remaining time, so that
 * the primary has the other half when no answer comes.
 */
function replicaOf(replica: Replica, database: Database, { identity, admission, deadline, meter }: RequestUse) {
  const primary = boundTo(database, identity, deadline)
  return readFromReplica({
    ...replica,
    database: boundTo(metered(replica.database, meter), identity, {
      ...deadline,
      remainingMs: () => deadline.remainingMs() / 2,
    }),
    primary,
    count: async () => {
      if (admission) await countRequest(primary, admission, meter)
    },
  })
}
