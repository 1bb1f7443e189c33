import type { CountsAsMastered, Library, LibraryFacts } from '#domain/library/library-facts.js'
import { ExerciseSlug, type PainSite } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { LoggedExercise, LoggedSession } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { idOf } from './ids.js'

/** An exercise of a small library; its id is its slug. */
export function exercise(slug: string, more: Partial<Omit<LibraryFacts, 'slug'>> = {}): LibraryFacts {
  return {
    id: idOf.exercise(slug),
    slug: ExerciseSlug.parse(slug),
    name: slug,
    category: 'Push',
    level: 2,
    difficulty: 2,
    slot: 'hpush',
    ladder: 'push-up',
    loadable: false,
    metric: 'reps',
    unilateral: false,
    defaults: [8, 8, 8],
    tempo: '2-1-2-0',
    restSeconds: 90,
    bodyMassFraction: 0.64,
    equipment: [],
    tags: [],
    prerequisites: [],
    lateral: [],
    formerSlugs: [],
    retired: false,
    ...more,
  }
}

/** Exercises by id. */
export function libraryWith(...exercises: readonly LibraryFacts[]): Library {
  return new Map(exercises.map((facts) => [facts.id, facts]))
}

/** Counts what is mastered, and nothing by an estimate. */
export function isMasteredIn({ exercises }: TrainingState): CountsAsMastered {
  return ({ id }) => Boolean(exercises.get(id)?.masteredAt)
}

export type Work = {
  readonly exercise: string
  /** Reps or seconds, set by set. */
  readonly actual: readonly number[]
  readonly rpe?: number | null
  readonly pain?: number | null
  readonly painSite?: PainSite | null
  readonly weightKg?: number | null
  readonly targets?: readonly number[]
  readonly standard?: readonly number[]
  readonly difficulty?: number
}

/** Makes a completed session on the evening of a day. */
export function sessionOn(date: string, ...works: readonly Work[]): LoggedSession {
  return {
    id: idOf.session(`session ${date}`),
    date,
    completedAt: `${date}T18:00:00.000Z`,
    rulesVersion: rulesInForce.version,
    exercises: works.map((work, index) => performed(date, work, index)),
  }
}

function performed(date: string, work: Work, index: number): LoggedExercise {
  const { actual, rpe = 8, pain = 0, painSite = null, weightKg = null, standard = [8, 8, 8], difficulty = 2 } = work
  return {
    id: idOf.sessionExercise(`${work.exercise} ${date}`),
    exerciseId: idOf.exercise(work.exercise),
    order: index + 1,
    targets: work.targets ?? [5, 5, 5],
    modifier: 'none',
    standard: { sets: standard, difficulty },
    sets: actual.map((amount, at) => ({
      id: idOf.set(`${work.exercise} ${date} ${at}`),
      setNumber: at + 1,
      side: null,
      kind: 'working',
      amount,
      rpe,
      weightKg,
      pain,
      painSite,
    })),
  }
}
