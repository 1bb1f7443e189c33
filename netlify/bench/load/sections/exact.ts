import type { Ground } from '../drive/subject.js'
import { measureExact } from '../exact/measure-exact.js'
import { withTapped } from '../exact/tapped.js'
import type { OperationName } from '../operations/ask.js'
import type { ExactRow } from '../result.js'

/** Counts what a request of each operation takes, on the same database as the load. */
export function measureExactly(
  functions: string,
  ground: Ground,
  operations: readonly OperationName[],
): Promise<ExactRow[]> {
  return withTapped(functions, ground, async (tapped) => {
    const rows: ExactRow[] = []
    for (const operation of operations) rows.push({ operation, ...(await measureExact(tapped, operation, ground)) })
    return rows
  })
}
