import { checkAliases } from './check-aliases.js'
import { checkCollection } from './check-collection.js'
import { checkLaterals } from './check-laterals.js'
import { checkPrerequisites } from './check-prerequisites.js'
import { checkRecord, slugOf } from './check-record.js'
import { LibraryExercise } from './exercise.schema.js'
import type { LibraryFault } from './library-fault.js'
import { LibraryNode } from './library-node.js'
import { checkReach } from './reach/check-reach.js'

/**
 * Lists everything that is wrong with a library; an empty list means that every record parses as a
 * `LibraryExercise`, every pair as a `LateralPair`, and the aliases as `AliasesBySlug`. Takes records as they were read, so that a
 * malformed one is a fault and not an exception.
 */
export function checkLibrary(
  exercises: readonly unknown[],
  lateralPairs: readonly unknown[],
  aliases: unknown,
): LibraryFault[] {
  const nodes = exercises.flatMap((record) => LibraryNode.safeParse(record).data ?? [])
  const faults = [
    ...exercises.flatMap(checkRecord),
    ...checkCollection(nodes),
    ...checkPrerequisites(nodes),
    ...checkLaterals(nodes, lateralPairs),
    ...checkAliases(nodes, new Set(exercises.flatMap((record) => slugOf(record) ?? [])), aliases),
  ]
  // where a library leads can be told once all of it can be read
  return faults.length > 0 ? faults : checkReach(exercises.map((record) => LibraryExercise.parse(record)))
}
