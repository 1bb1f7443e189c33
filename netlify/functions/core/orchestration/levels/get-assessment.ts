import { type PlacementQuestion, placementQuestions } from '#domain/levels/placement.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { libraryOf } from '#domain/library/library-facts.js'
import { Level } from '#domain/library/vocabulary.js'
import { query } from '#orchestration/operation.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { listLibraryFacts } from '#queries/library-facts.js'
import { Assessment } from './support/assessment.schema.js'

export const getAssessment = query({
  id: 'levels.getAssessment',
  http: { method: 'GET', path: '/me/levels/assessment', status: 200 },
  summary: 'Get the questions that place me',
  description: 'The benchmarks of the library, and what the answers speak for.',
  access: { scope: 'levels:read' },
  input: {},
  output: Assessment,
  refusals: [],
  run: async (context) => ({
    questions: placementQuestions(libraryOf(await context.read(listLibraryFacts({}))), context.rules).map(questionOf),
    rulesVersion: context.rules.version,
  }),
})

function questionOf({ exercise, thresholds }: PlacementQuestion) {
  return {
    exercise: exerciseRefOf(exercise),
    metric: exercise.metric,
    question: `${askFor(exercise)} in one set, in good form?`,
    thresholds: thresholds.map(({ level, atLeast }) => ({ level: Level.parse(level), atLeast })),
  }
}

function askFor({ name, metric, unilateral }: LibraryFacts): string {
  const side = unilateral ? ' on your weaker side' : ''
  return metric === 'reps'
    ? `How many reps of ${name} can you do${side}`
    : `How many seconds of ${name} can you hold${side}`
}
