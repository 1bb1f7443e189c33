import { clocks } from './checks/clocks.js'
import { conflictsOfWrites } from './checks/conflicts.js'
import { cutConnections } from './checks/cut-connections.js'
import { databaseFrozen } from './checks/database-frozen.js'
import { databaseKilled } from './checks/database-killed.js'
import { deadRedis } from './checks/dead-redis.js'
import { diskFull } from './checks/disk-full.js'
import { exportsKilled } from './checks/exports-killed.js'
import { foreignKeys } from './checks/foreign-keys.js'
import { jsonSuite } from './checks/json-suite.js'
import { largeBodies } from './checks/large-bodies.js'
import { longHistory } from './checks/long-history.js'
import { madeUp } from './checks/made-up-requests.js'
import { massAssignment } from './checks/mass-assignment.js'
import { migrationBehindReader } from './checks/migration-behind-reader.js'
import { naughtyStrings } from './checks/naughty-strings.js'
import { oddRequests } from './checks/odd-requests.js'
import { offlineQueues } from './checks/offline-queues.js'
import { oneEtag } from './checks/one-etag.js'
import { processKilled } from './checks/process-killed.js'
import { prototypePollution } from './checks/prototype-pollution.js'
import { quotaClocks } from './checks/quota-clocks.js'
import { regularExpressions } from './checks/regular-expressions.js'
import { repeats } from './checks/repeats.js'
import { sharedQuota } from './checks/shared-quota.js'
import { slowBodies } from './checks/slow-bodies.js'
import { slowDatabase } from './checks/slow-database.js'
import { soak } from './checks/soak.js'
import { sqlInjection } from './checks/sql-injection.js'
import { unrulyWire } from './checks/unruly-wire.js'
import { webhookTargets } from './checks/webhook-targets.js'
import type { FaultCheck } from './fault-check.js'

/** Everything that must hold while something breaks, in the order in which it is tried. */
export const faultChecks: readonly FaultCheck[] = [
  cutConnections,
  databaseKilled,
  databaseFrozen,
  diskFull,
  processKilled,
  repeats,
  offlineQueues,
  oneEtag,
  conflictsOfWrites,
  slowDatabase,
  longHistory,
  exportsKilled,
  migrationBehindReader,
  unrulyWire,
  soak,
  deadRedis,
  foreignKeys,
  webhookTargets,
  clocks,
  sharedQuota,
  quotaClocks,
  madeUp,
  jsonSuite,
  naughtyStrings,
  massAssignment,
  prototypePollution,
  largeBodies,
  slowBodies,
  oddRequests,
  regularExpressions,
  // takes minutes, so it comes last
  sqlInjection,
]
