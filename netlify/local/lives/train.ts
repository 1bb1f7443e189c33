import type { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import type { Random } from '#infrastructure/demo/random.js'
import type { SessionResource } from '#orchestration/sessions/support/schemas.js'
import type { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'
import type { NextWorkout } from '#orchestration/workouts/support/next-workout.schema.js'
import type { Body } from './body.js'
import type { Diary } from './diary.js'
import { levelsOf } from './modifier-levels.js'
import { type Performed, performSet } from './perform-set.js'

/** What somebody brings to a session. */
export type Trainee = {
  readonly diary: Diary
  readonly body: Body
  readonly random: Random
  readonly library: ReadonlyMap<string, ExerciseEntry>
  readonly bodyMassKg: number
}

/** An exercise of a session that is over: as it was recommended, planned, done and decided. */
export type Trained = {
  readonly item: SessionResource['exercises'][number]
  readonly performed: readonly Performed[]
  readonly decision: TrainingDecisionResource | undefined
}

type Completion = SessionResource & { readonly decisions: readonly TrainingDecisionResource[] }

/** Does a planned session set by set, as its plan and the reserve rule say, and completes it. */
export async function trainSession(
  trainee: Trainee,
  session: SessionResource,
  advice: NextWorkout,
  hour: number,
): Promise<Trained[]> {
  const { diary } = trainee
  const path = `/sessions/${session.id}`
  await diary.ask('post', `${path}/start`)
  const done: Omit<Trained, 'decision'>[] = []
  for (const item of session.exercises) {
    const cap = advice.exercises.find(({ exercise }) => exercise.id === item.exercise.id)?.rpeCap ?? null
    done.push({ item, performed: await logSets(trainee, path, item, cap, hour) })
  }
  const { decisions } = await diary.ask<Completion>('post', `${path}/complete`, {})
  return done.map((one) => ({
    ...one,
    decision: decisions.find(({ sessionExerciseId }) => sessionExerciseId === one.item.id),
  }))
}

async function logSets(
  { diary, body, random, library, bodyMassKg }: Trainee,
  path: string,
  { id, exercise, planned }: Trained['item'],
  rpeCap: number | null,
  hour: number,
): Promise<Performed[]> {
  const entry = library.get(exercise.id)
  if (!entry) throw new Error(`the library does not list ${exercise.slug}`)
  const levels = levelsOf(planned.modifier, entry, bodyMassKg)
  const weight = planned.modifier.startsWith('load:') ? { weightKg: Number(planned.modifier.slice(5)) } : {}
  const sides = exercise.unilateral ? [{ side: 'left' }, { side: 'right' }] : [{}]
  const performed: Performed[] = []
  for (const target of targetsOf(planned.sets)) {
    const set = performSet(
      target,
      exercise.metric,
      body.capacity(entry, levels, performed.length, hour),
      rpeCap,
      random,
    )
    const unit = exercise.metric === 'reps' ? 'reps' : 'duration'
    for (const side of sides) {
      const said = { [unit]: set.amount, rpe: set.rpe, ...weight, ...side }
      await diary.ask('post', `${path}/exercises/${id}/sets`, said)
    }
    body.learn(entry, set.reserve, hour)
    performed.push(set)
  }
  return performed
}
