import type { BegunDeload } from '#domain/recovery/begin-deload.js'
import { type Effects, noEffects } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { insertDeload } from '#queries/deloads.js'
import type { VersionedLibrary } from '#queries/read-library.js'
import type { VersionedTrainingLog } from '#queries/training-log-parts.js'
import { saveLighter } from './lighter-sessions.js'

/** Prepares the writes for deloads that begin: they are facts of the training log; none for none. */
export async function saveDeloads(
  context: Context,
  begun: readonly BegunDeload[],
  training: VersionedLibrary & { readonly trainingLog: VersionedTrainingLog },
): Promise<Effects> {
  if (begun.length === 0) return noEffects
  const directives = begun.map(({ directive }) => directive)
  const change = await applyDirectives(context, directives, training)
  const lighter = saveLighter(
    context,
    begun.flatMap(({ sessions }) => sessions),
  )
  const inserts = begun.map(({ deload }) => insertDeload({ userId: context.athleteId, deload }))
  return {
    statements: [...inserts, ...change.statements, ...lighter.statements],
    events: [...change.events, ...lighter.events],
  }
}
