import type { Results } from '#database/connection.js'
import type { Statement } from '#database/statement.js'
import { addDays } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import type { AdviceInputs } from '#domain/coach/advice/advice-inputs.js'
import { coachAthleteOf, recentDays } from '#domain/coach/reading/coach-athlete-of.js'
import { refuse } from '#domain/refusal.js'
import type { OwnPrescription } from '#domain/workout/plannable.js'
import { recentCheckIns } from '#orchestration/check-ins/support/recent-check-ins.js'
import type { Context } from '#orchestration/context.js'
import { type Training, trainingOf } from '#orchestration/training/read-training.js'
import { trainingReads } from '#orchestration/training/training-reads.js'
import { usableTraining } from '#orchestration/training/usable-training.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import type { VersionedTrainingLog } from '#queries/training-log-parts.js'
import { listOwnPrescriptions } from '#queries/user-exercise-configs.js'
import { listOpenSessions, type OpenSession } from '#queries/workout-sessions.js'
import { coachSettingsOf, type Whereabouts, whereaboutsOf } from './coach-settings.js'
import type { WorkoutRequest } from './workout-request.schema.js'

/** The farthest day that can be asked about, in days from today: the longest plan. */
export const daysAheadMax = 7 * 12

/** Everything that the coach's answers to an athlete rest on. */
export type Coached<More extends readonly Statement[]> = {
  readonly training: Training & { readonly trainingLog: VersionedTrainingLog }
  readonly whereabouts: Whereabouts
  readonly inputs: AdviceInputs
  /** Open sessions from today on. */
  readonly open: readonly OpenSession[]
  readonly prescriptions: readonly OwnPrescription[]
  readonly more: Results<More>
}

/**
 * Reads everything that the coach looks at, together with something else, in one round trip.
 * Refuses with ACCOUNT_NOT_FOUND, PLACE_NOT_FOUND, and INVALID_INPUT for a day that is over or too
 * far ahead.
 */
export async function readCoached<const More extends readonly Statement[]>(
  context: Context,
  request: WorkoutRequest,
  more: More,
): Promise<Coached<More>> {
  const { athleteId: userId, now, rules, work } = context
  const { from, to } = todayAnywhere(now)
  const base = [
    ...trainingReads(context, { recentDays }),
    findAthleteFacts({ userId }),
    recentCheckIns(context),
    listOpenSessions({ userId, from, to: addDays(to, daysAheadMax) }),
    listOwnPrescriptions({ userId }),
  ] as const
  const results: readonly unknown[] = await context.readAll([...base, ...more])
  // TypeScript cannot type the rest of a mapped tuple through slice()
  const [trainingLog, versioned, athlete, checkIns, open, prescriptions] = results as Results<typeof base>
  const training = await trainingOf(context, athlete, versioned, trainingLog)
  const { library, notes } = training
  const { today } = training.athlete
  const date = dayAsked(request, today)
  const whereabouts = whereaboutsOf(request, training.athlete)
  const settings = coachSettingsOf({ athlete: training.athlete, library, checkIns, open }, whereabouts)
  const usable = await usableTraining(context, training)
  const coached = await work(coachAthleteOf({ ...usable, notes }, library, settings, date, rules))
  const minutes = request.minutes ?? training.athlete.coaching.minutesPerSession ?? rules.workout.minutesUsual
  const { force, categories, exercisesPerCategory } = request
  return {
    training,
    whereabouts,
    open,
    inputs: {
      question: { date, minutes, force, categories, exercisesPerCategory },
      ...coached,
      ownPaces: prescriptions.map(({ exerciseId, tempo, restSeconds }) => ({ exerciseId, tempo, restSeconds })),
      plannedSessions: open.filter((session) => session.date === date).map(({ id }) => id),
    },
    prescriptions,
    more: results.slice(base.length) as Results<More>,
  }
}

function dayAsked({ date, at }: WorkoutRequest, today: string): string {
  if (date === null) return today
  const problem =
    date < today
      ? `lies in the past: today is ${today}`
      : date > addDays(today, daysAheadMax)
        ? 'lies too far ahead'
        : null
  if (problem === null) return date
  return refuse('INVALID_INPUT', 'The day is not as it should be.', [
    { ...at.date, code: date < today ? 'IN_PAST' : 'OUT_OF_RANGE', detail: problem },
  ])
}
