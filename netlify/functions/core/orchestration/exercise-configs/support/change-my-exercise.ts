import type { Statement } from '#database/statement.js'
import type { ExerciseConfiguration, PersonalPrescription } from '#domain/athlete/exercise-configuration.schema.js'
import { configurationOf, type ExerciseSettings, personalize } from '#domain/athlete/exercise-settings.js'
import { setsDirective, settingsEvents } from '#domain/athlete/settings-events.js'
import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { type Commit, noEffects } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { exerciseNotFound, expectVersion } from '#orchestration/refusals.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { findExerciseSettings } from '#queries/user-exercise-configs.js'
import { putPersonalPrescription } from '#queries/user-exercise-configs-writes.js'

/**
 * Loads what the athlete has put in the place of an exercise's defaults, decides, and prepares what
 * changes.
 */
export async function changeMyExercise(
  context: Context,
  exercise: string,
  decide: (settings: ExerciseSettings) => PersonalPrescription,
): Promise<Commit<ExerciseConfiguration>> {
  const { athleteId: userId, now, rules } = context
  const settingsAsked = findExerciseSettings({ userId, ...exerciseKeys(exercise) })
  const { more, ...training } = await readTrainingWith(context, {}, [settingsAsked])
  const before = more[0] ?? exerciseNotFound()
  expectVersion(context, { version: before.version })
  const change = personalize(before, decide(before))
  const { settings, fields } = change
  const output = configurationOf(settings)
  if (fields.length === 0) return { ...noEffects, output }
  const directive = setsDirective(change, training.state, { now, today: training.athlete.today, rules })
  const sets = directive ? await applyDirectives(context, [directive], training) : noEffects
  // where the sets change too, the row has its new version by then
  const versionBefore = directive ? settings.version : before.version
  return {
    statements: [...sets.statements, storePrescription(context, settings, versionBefore)],
    events: [...sets.events, ...settingsEvents(change, now)],
    output,
  }
}

function storePrescription({ athleteId, now }: Context, settings: ExerciseSettings, versionBefore: number): Statement {
  const { exercise, personal, version } = settings
  const { tempo, restSeconds, notes } = personal
  const row = { userId: athleteId, exerciseId: exercise.id, tempo, restSeconds, notes, versionBefore, version, now }
  return putPersonalPrescription(row)
}
