import type { Ability } from '#domain/ability/ability.js'
import type { CoachAthlete, CoachStanding } from '#domain/coach/coach-athlete.js'
import type { CoachExercise, CoachLibrary } from '#domain/coach/coach-exercise.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import { newStanding } from '#domain/coach/estimate.js'
import { ExerciseSlug } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { coachLibrary } from '#local/vectors/coach-library.js'
import { idOf } from './ids.js'

/** The day of which a test asks, unless it says another. */
export const today = 100

/** Abilities in the categories as of the day of the question. */
export function abilities(push: number, pull: number, squat: number, variance = 0.1): CoachAthlete['categories'] {
  const at = (mean: number) => ({ mean, variance, day: today })
  return new Map([
    ['Push', at(push)],
    ['Pull', at(pull)],
    ['Squat', at(squat)],
  ])
}

/** Makes a slot's ability as of the day of the question. */
export function known(mean: number, variance = 0.06) {
  return { mean, variance, day: today }
}

/** Makes a standing: trained two days ago with a gain, and never failed, unless said otherwise. */
export function standing(facts: Partial<CoachStanding> = {}): CoachStanding {
  return { ...newStanding(rulesInForce), lastOn: today - 2, gainOn: today - 2, ...facts }
}

/** Makes an athlete at level 2 who owns nothing and wants nothing, unless said otherwise. */
export function coachAthlete(facts: Partial<CoachAthlete> = {}): CoachAthlete {
  return {
    categories: abilities(2.5, 2.5, 2.5),
    slots: new Map(),
    exercises: new Map(),
    anchors: new Map(),
    hardSets: [],
    trained: [],
    planned: [],
    pain: [],
    loads: [],
    equipment: [],
    daysPerWeek: 3,
    bodyMassKg: 75,
    loadKg: 0,
    goals: [],
    skills: [],
    dislikes: [],
    band: null,
    deload: false,
    returnMultiplier: 1,
    monthlyReturns: 0,
    ...facts,
  }
}

/** Makes what the coach sees: an athlete today, with the library of the vectors. */
export function coachView(facts: Partial<CoachAthlete> = {}, library: CoachLibrary = coachLibrary()): CoachView {
  return { athlete: coachAthlete(facts), library, day: today, rules: rulesInForce }
}

/** Returns the rules with other numbers for the choice of a rung. */
export function rungRules(numbers: Partial<TrainingRules['coach']['rung']>): TrainingRules {
  const { coach } = rulesInForce
  return { ...rulesInForce, coach: { ...coach, rung: { ...coach.rung, ...numbers } } }
}

/** Makes an exercise of an imagined library: 8 push-ups without equipment, unless said otherwise. */
export function rung(slug: string, difficulty: number, facts: Partial<CoachExercise> = {}): CoachExercise {
  return {
    id: idOf.exercise(slug),
    slug: ExerciseSlug.parse(slug),
    name: slug,
    category: 'Push',
    level: Math.floor(difficulty),
    difficulty,
    slot: 'hpush',
    ladder: 'push-up',
    loadable: false,
    metric: 'reps',
    unilateral: false,
    defaults: [8, 8, 8],
    tempo: '2-0-1-0',
    restSeconds: 90,
    bodyMassFraction: 0.64,
    equipment: [['none']],
    tags: [],
    prerequisites: [],
    lateral: [],
    formerSlugs: [],
    retired: false,
    ...facts,
  }
}

/** Makes a library of imagined exercises. */
export function libraryOfRungs(...rungs: readonly CoachExercise[]): CoachLibrary {
  return new Map(rungs.map((exercise) => [exercise.id, exercise]))
}

/** Makes an ability; the variance is that of a slot and a new exercise together. */
export function ability(mean: number, variance = 0.06): Ability {
  return { mean, variance }
}
