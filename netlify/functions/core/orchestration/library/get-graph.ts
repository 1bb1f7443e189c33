import { mappedExercise } from '#domain/library/exercise-graph.js'
import { ExerciseGraph } from '#domain/library/graph.schema.js'
import { offeredIn } from '#domain/library/library-facts.js'
import { query } from '#orchestration/operation.js'
import { listGraphEdges } from '#queries/exercise-edges.js'
import { readLibrary } from '#queries/read-library.js'

export const getGraph = query({
  id: 'exercises.getGraph',
  http: { method: 'GET', path: '/exercises/graph', status: 200 },
  summary: 'Get the skill graph',
  description:
    'Every exercise, in short, and how they are related: all that a map of the library needs. What it takes to meet a requirement is ' +
    'the `standard` of the exercise that it leads to.',
  access: 'public',
  input: {},
  output: ExerciseGraph,
  refusals: [],
  run: async (context) => {
    const [{ library }, edges] = await context.readAll([readLibrary(), listGraphEdges({})])
    const nodes = offeredIn(library).map((exercise) => ({
      ...mappedExercise(exercise),
      formerSlugs: [...exercise.formerSlugs],
    }))
    return { nodes, edges }
  },
})
