import { exerciseByKey, type Library } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import { type Fault, refuse } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ToldMaximum } from '#domain/training/training-log.js'
import { levelOfAnswer, type PlacementQuestion, placementQuestions } from './placement.js'

/** What athletes say about themselves. */
export type SelfAssessment = {
  /** Levels that the athlete names outright; they take precedence over answers. */
  readonly levels: Readonly<Partial<Record<Category, number | undefined>>>
  /** Best single sets of benchmarks (reps or seconds), by exercise id or slug. */
  readonly answers: readonly { readonly exercise: string; readonly max: number }[]
}

/** The level that a self-assessment places an athlete at, and the maxima that were told of its exercises. */
export type Placement = {
  readonly category: Category
  readonly level: number
  readonly told: readonly ToldMaximum[]
}

type Answered = { readonly question: PlacementQuestion; readonly max: number }

/**
 * Places an athlete in each category that they spoke about: at the level that they named, else at
 * the highest level that an answer speaks for. Refuses with INVALID_INPUT an answer to a question
 * that is not asked.
 */
export function assessLevels(library: Library, { levels, answers }: SelfAssessment, rules: TrainingRules): Placement[] {
  const questions = placementQuestions(library, rules)
  const asked = answers.map(({ exercise: key, max }) => ({
    question: questions.find(({ exercise }) => exercise === exerciseByKey(library, key)),
    max,
  }))
  refuseUnasked(asked.map(({ question }) => question))
  const answered = asked.flatMap(({ question, max }): Answered[] => (question ? [{ question, max }] : []))
  return categories.flatMap((category) => {
    const spoken = answered.filter(({ question }) => question.exercise.category === category)
    const spokenFor = spoken.map(({ question, max }) => levelOfAnswer(question, max))
    const level = levels[category] ?? (spokenFor.length > 0 ? Math.max(...spokenFor) : null)
    return level === null ? [] : [{ category, level, told: spoken.flatMap(toldMaximum) }]
  })
}

function toldMaximum({ question: { exercise }, max }: Answered): ToldMaximum[] {
  const { id: exerciseId, difficulty, defaults } = exercise
  const [standard] = defaults
  return standard === undefined ? [] : [{ exerciseId, max, standard, difficulty }]
}

function refuseUnasked(asked: readonly (PlacementQuestion | undefined)[]): void {
  const faults = asked.flatMap((question, index): Fault[] =>
    question
      ? []
      : [{ pointer: `/answers/${index}/exercise`, code: 'NOT_ASKED', detail: 'is not a question of the assessment' }],
  )
  if (faults.length > 0) refuse('INVALID_INPUT', 'The body is not as it should be.', faults)
}
