import { mappedExercise } from '#domain/library/exercise-graph.js'
import { ExerciseGraph } from '#domain/library/graph.schema.js'
import { libraryOf, offeredIn } from '#domain/library/library-facts.js'
import { query } from '#orchestration/operation.js'
import { listGraphEdges } from '#queries/exercise-edges.js'
import { listLibraryFacts } from '#queries/library-facts.js'

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
    const [facts, edges] = await context.readAll([listLibraryFacts({}), listGraphEdges({})])
    const nodes = offeredIn(libraryOf(facts)).map((exercise) => ({
      ...mappedExercise(exercise),
      formerSlugs: [...exercise.formerSlugs],
    }))
    return { nodes, edges }
  },
})
