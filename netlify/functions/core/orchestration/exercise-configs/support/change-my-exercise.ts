import type { Statement } from '#database/statement.js'
import type { ExerciseConfiguration, PersonalPrescription } from '#domain/athlete/exercise-configuration.schema.js'
import { configurationOf, type ExerciseSettings, personalize } from '#domain/athlete/exercise-settings.js'
import { dateIn } from '#domain/calendar/time-zone.js'
import { type DomainEvent, event } from '#domain/event/event.js'
import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { libraryOf } from '#domain/library/library-facts.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import { momentOfDirective } from '#domain/training/moment-of-directive.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { accountNotFound, exerciseNotFound, expectVersion } from '#orchestration/refusals.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { trainingReads } from '#orchestration/training/training-change.js'
import { findExerciseSettings } from '#queries/user-exercise-configs.js'
import { putPersonalPrescription } from '#queries/user-exercise-configs-writes.js'
import { findTimeZone } from '#queries/users.js'

/**
 * Loads what the athlete has put in the place of an exercise's defaults, decides, and plans what
 * changes.
 */
export async function changeMyExercise(
  context: Context,
  exercise: string,
  decide: (settings: ExerciseSettings) => PersonalPrescription,
): Promise<Commit<ExerciseConfiguration>> {
  const userId = context.athleteId
  const [trainingLog, library, found, zone] = await context.readAll([
    ...trainingReads(context),
    findExerciseSettings({ userId, ...exerciseKeys(exercise) }),
    findTimeZone({ userId }),
  ])
  const today = dateIn(zone ?? accountNotFound(), context.now)
  const before = found ?? exerciseNotFound()
  expectVersion(context, before.version)
  const { settings, fields } = personalize(before, decide(before))
  if (fields.length === 0) return { ...nothing, output: configurationOf(settings) }
  const moment = momentOfDirective(trainingLog, today, context.now)
  const sets = fields.includes('sets')
    ? applyDirectives(context, [setByHand(settings, { ...moment, rulesVersion: context.rules.version })], {
        trainingLog,
        library: libraryOf(library),
      })
    : nothing
  // where the sets change too, the row has its new version by then
  const versionBefore = fields.includes('sets') ? settings.version : before.version
  return {
    statements: [...sets.statements, storePrescription(context, settings, versionBefore)],
    events: [...sets.events, ...otherFieldsChanged(context, settings, fields)],
    output: configurationOf(settings),
  }
}

type Effects = Pick<Commit<never>, 'statements' | 'events'>

const nothing: Effects = { statements: [], events: [] }

/** Working sets by hand are a fact that decisions rest on. */
function setByHand(
  { exercise, personal }: ExerciseSettings,
  { on, at, rulesVersion }: { on: string; at: Date; rulesVersion: string },
): DomainEvent {
  const sets = personal.sets && targetsOf(personal.sets)
  return event('workingSets.setByHand', exercise.id, at, { exerciseId: exercise.id, on, sets, rulesVersion })
}

/** Tempo, rest and notes are nobody's business but the athlete's: no decision rests on them. */
function storePrescription({ athleteId, now }: Context, settings: ExerciseSettings, versionBefore: number): Statement {
  const { exercise, personal, version } = settings
  const { tempo, restSeconds, notes } = personal
  return putPersonalPrescription({
    userId: athleteId,
    exerciseId: exercise.id,
    tempo,
    restSeconds,
    notes,
    versionBefore,
    version,
    now,
  })
}

function otherFieldsChanged(
  { now }: Context,
  { exercise }: ExerciseSettings,
  fields: readonly string[],
): DomainEvent[] {
  const others = fields.filter((field) => field !== 'sets')
  if (others.length === 0) return []
  return [event('exerciseConfig.changed', exercise.id, now, { exerciseId: exercise.id, fields: others })]
}
