import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import { type DeloadDays, isInDeload } from '#domain/progression/deload-week.js'
import { startSets } from '#domain/progression/start-value.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { numberedId, SessionExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import { decideExercise } from './decide-exercise.js'
import { isPainful, notePainOf } from './judging/pain-in-category.js'
import type { LoggedExercise } from './training-log.js'
import type { ExerciseStanding, PainBySite, TrainingDecision } from './training-state.js'

/** A session of one exercise that did not take place. */
export type HypotheticalSession = {
  readonly date: string
  /** Reps or seconds, one number for each set. */
  readonly actual: readonly number[]
  readonly rpeLast: number | null
  /** The worst pain, 0-10. */
  readonly pain: number
  readonly assisted: boolean
}

export type Simulation = {
  readonly exercise: LibraryFacts
  /** What the sessions are judged by, in reps or seconds. */
  readonly standard: readonly number[]
  /**
   * Where the athlete stands before the first session; the start values stand in for missing
   * working sets.
   */
  readonly standing: ExerciseStanding
  /**
   * The day on which the category was last trained; a long time before the first session is a
   * break.
   */
  readonly lastTrainedOn: string | null
  readonly deloads: readonly DeloadDays[]
  /** The sessions in the order of their dates. */
  readonly sessions: readonly HypotheticalSession[]
}

export type SimulatedSession = { readonly decision: TrainingDecision; readonly standing: ExerciseStanding }

/**
 * Decides what would follow from each session, by the very rules that judge real ones. It stores
 * nothing.
 */
export function simulate(simulation: Simulation, rules: TrainingRules): SimulatedSession[] {
  const { exercise, standard, deloads } = simulation
  const simulated: SimulatedSession[] = []
  let standing = startedAt(simulation, rules)
  let lastTrainedOn = simulation.lastTrainedOn
  const noted = { redPain: new Map<Category, string>(), painLately: new Map<Category, PainBySite[]>() }
  for (const [index, session] of simulation.sessions.entries()) {
    const { date } = session
    notePainOf(noted, exercise.category, date, new Map([[null, session.pain]]), rules)
    const decided = decideExercise(standing, {
      session: { id: numberedId(SessionId, index + 1), date, completedAt: `${date}T12:00:00.000Z` },
      exercise: performedIn(session, exercise, standard, standing),
      facts: exercise,
      rules,
      lastTrainedOn,
      inDeload: isInDeload(date, deloads),
      painInCategory: isPainful(noted, exercise.category, date, rules),
      override: null,
    })
    simulated.push(decided)
    standing = decided.standing
    lastTrainedOn = date
  }
  return simulated
}

function startedAt({ standing, exercise, standard }: Simulation, rules: TrainingRules): ExerciseStanding {
  return { ...standing, working: standing.working ?? startSets(exercise.metric, standard, rules) }
}

/**
 * Returns a session's exercise as the log would keep it. The plan is the athlete's working sets, so
 * that doing less is a miss.
 */
function performedIn(
  { actual, rpeLast, pain, assisted }: HypotheticalSession,
  exercise: LibraryFacts,
  standard: readonly number[],
  { working }: ExerciseStanding,
): LoggedExercise {
  const last = actual.length - 1
  return {
    id: numberedId(SessionExerciseId, 1),
    exerciseId: exercise.id,
    order: 1,
    targets: working ?? standard,
    modifier: 'none',
    standard: { sets: standard, difficulty: exercise.difficulty },
    sets: actual.map((amount, index) => ({
      id: numberedId(SetId, index + 1),
      setNumber: index + 1,
      side: null,
      kind: 'working',
      amount,
      rpe: index === last ? rpeLast : null,
      weightKg: assisted ? -1 : null,
      pain: index === last ? pain : null,
      painSite: null,
    })),
  }
}
