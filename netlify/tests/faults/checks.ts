import { clocks } from './checks/clocks.js'
import { conflictsOfWrites } from './checks/conflicts.js'
import { cutConnections } from './checks/cut-connections.js'
import { databaseKilled } from './checks/database-killed.js'
import { foreignKeys } from './checks/foreign-keys.js'
import { jsonSuite } from './checks/json-suite.js'
import { madeUp } from './checks/made-up-requests.js'
import { naughtyStrings } from './checks/naughty-strings.js'
import { oneEtag } from './checks/one-etag.js'
import { processKilled } from './checks/process-killed.js'
import { repeats } from './checks/repeats.js'
import { sharedQuota } from './checks/shared-quota.js'
import { slowDatabase } from './checks/slow-database.js'
import type { FaultCheck } from './fault-check.js'

/** Everything that must hold while something breaks, in the order in which it is tried. */
export const faultChecks: readonly FaultCheck[] = [
  cutConnections,
  databaseKilled,
  processKilled,
  repeats,
  oneEtag,
  conflictsOfWrites,
  slowDatabase,
  foreignKeys,
  clocks,
  sharedQuota,
  madeUp,
  jsonSuite,
  naughtyStrings,
]
