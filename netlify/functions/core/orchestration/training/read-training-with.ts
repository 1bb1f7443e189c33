import type { Results } from '#database/connection.js'
import type { Statement } from '#database/statement.js'
import type { Context } from '#orchestration/context.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import type { VersionedTrainingLog } from '#queries/training-log-parts.js'
import { type Training, trainingOf } from './read-training.js'
import { type LogWanted, trainingReads } from './training-reads.js'

/** An athlete's training as it is now, with the version that guards a change of it. */
export type TrainingNow = Training & { readonly trainingLog: VersionedTrainingLog }

/** The same with whatever was read with it. */
export type TrainingWith<More extends readonly Statement[]> = TrainingNow & { readonly more: Results<More> }

/**
 * Reads an athlete's training together with something else, in one round trip. Refuses with
 * ACCOUNT_NOT_FOUND when the account is gone.
 */
export async function readTrainingWith<const More extends readonly Statement[]>(
  context: Context,
  wanted: LogWanted,
  more: More,
): Promise<TrainingWith<More>> {
  const base = [...trainingReads(context, wanted), findAthleteFacts({ userId: context.athleteId })] as const
  const results: readonly unknown[] = await context.readAll([...base, ...more])
  // TypeScript cannot type the rest of a mapped tuple through slice()
  const [trainingLog, library, athlete] = results as Results<typeof base>
  const training = await trainingOf(context, athlete, library, trainingLog)
  return { ...training, more: results.slice(base.length) as Results<More> }
}
