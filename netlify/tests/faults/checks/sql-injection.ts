import assert from 'node:assert/strict'
import { servedOperations } from '#http/openapi/operations.js'
import { noon } from '#tests/support/session-api.js'
import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { inLanes } from '../support/lanes.js'
import { spawnApi } from '../support/process/spawn-api.js'
import { arrange } from '../support/requests/arranged.js'
import { openSqlmap, type SqlmapFinding, type SqlmapTarget } from './sql-injection/sqlmap.js'
import { sqlmapTargets } from './sql-injection/sqlmap-targets.js'

const lanes = 2
// a quiet machine needs half of this time; the result names what a busy one leaves out, and another
// seed begins elsewhere
const msMax = 6 * 60_000
// enough to see that the parts fit together
const shortForm: readonly string[] = ['exercises.list']

function faultsOf({ name }: SqlmapTarget, { injectable, serverErrors }: SqlmapFinding): string[] {
  return [
    ...injectable.map((parameter) => `${name}: sqlmap injects into ${parameter}`),
    ...serverErrors.map((seen) => `${name}: ${seen}`),
  ]
}

/** sqlmap against a real process of the API, with an athlete's token. */
export const sqlInjection: FaultCheck = {
  name: 'sqlmap on every parameter of path, query and body: nothing is injectable, never a 5xx',
  run: async (context) => {
    const sqlmap = openSqlmap(context)
    const url = await context.makeDatabase()
    const api = await openApi(context, { url, clock: () => new Date(noon) })
    const { port } = await spawnApi(context, url)
    const chosen = servedOperations.filter(({ id }) => context.full || shortForm.includes(id))
    const targets: SqlmapTarget[] = []
    for (const operation of chosen) targets.push(...sqlmapTargets(await arrange(api, operation), port, context.seed))
    const from = Math.floor(context.random() * targets.length)
    const some = context.full ? [...targets.slice(from), ...targets.slice(0, from)] : targets.slice(0, 1)
    const end = performance.now() + msMax
    let tried = 0
    const faults = await inLanes(lanes, some, async (target) => {
      if (performance.now() > end) return []
      tried += 1
      return faultsOf(target, await sqlmap(target))
    })
    assert.deepEqual(faults.flat(), [])
    return `${tried} of ${some.length} requests with marks, of ${chosen.length} operations`
  },
}
