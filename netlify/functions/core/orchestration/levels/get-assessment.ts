import { askFor } from '#domain/levels/explain-placement.js'
import { type PlacementQuestion, placementQuestions } from '#domain/levels/placement.js'
import { Level } from '#domain/library/vocabulary.js'
import { query } from '#orchestration/operation.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { readLibrary } from '#queries/read-library.js'
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
    questions: placementQuestions((await context.read(readLibrary())).library, context.rules).map(questionOf),
    rulesVersion: context.rules.version,
  }),
})

function questionOf({ exercise, thresholds }: PlacementQuestion) {
  return {
    exercise: exerciseRefOf(exercise),
    metric: exercise.metric,
    question: askFor(exercise),
    thresholds: thresholds.map(({ level, atLeast }) => ({ level: Level.parse(level), atLeast })),
  }
}
