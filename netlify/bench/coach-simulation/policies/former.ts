import { dateOf } from '#domain/coach/reading/day-number.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import { categories } from '#domain/library/vocabulary.js'
import { deriveTraining } from '#domain/training/derive.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { sum } from '#domain/values/statistics.js'
import { recommendWorkout } from '../../former-policy/recommend-workout.js'
import { trainedDays } from '../../former-policy/trained-days.js'
import { isTrainingDay, type Policy, type PolicySetting } from './policy.js'

/** What the product recommended before there was a coach, on the athlete's days of the week. */
export function formerPolicy({ archetype, library, ruleBook, seed }: PolicySetting): Policy {
  const rules = ruleBook.inForce
  const paces = new Map(
    [...library.values()].map(({ id, tempo, restSeconds }) => [id, { tempo, restSeconds, notes: null }]),
  )
  return {
    plan: ({ day, index, equipment, trainingLog }) => {
      if (!isTrainingDay(archetype.daysPerWeek, index % 7)) return null
      const facts = {
        library,
        trainingLog,
        state: inOneGo(deriveTraining(trainingLog, library, ruleBook)),
        trainedOn: inOneGo(trainedDays(trainingLog, library)),
        today: dateOf(day),
        seed: `${seed} ${day}`,
        paces,
      }
      const request = { minutes: archetype.minutes, equipment, categories, exercisesPerCategory: 2 }
      const { exercises } = recommendWorkout(request, facts, rules)
      return {
        items: exercises.map(({ exercise, targets }) => ({
          exercise: exerciseIn(library, exercise.id),
          targets,
          modifier: 'none' as const,
        })),
        seconds: sum(exercises.map(({ seconds }) => seconds)),
      }
    },
    after: () => undefined,
  }
}
