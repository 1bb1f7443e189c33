import * as z from 'zod'
import { exerciseRefFields } from './exercise-ref.schema.js'
import { SetPrescription } from './sets.schema.js'
import { Equipment, ExerciseSlug, Ladder, Metric, Slot } from './vocabulary.js'

const { slug, name, category, level, difficulty } = exerciseRefFields

/** What a map of the skill graph shows of an exercise. */
const fields = {
  slug,
  name,
  category,
  level,
  difficulty,
  slot: Slot,
  ladder: Ladder.meta({ description: 'The line inside its slot', example: 'push-up' }),
  metric: Metric,
  unilateral: z.boolean().meta({ description: 'Whether sets are counted per side', example: false }),
  equipment: z
    .array(z.array(Equipment).min(1).max(20))
    .max(20)
    .meta({ description: 'What it needs: one thing of every group', example: [['pull-up-bar', 'rings']] }),
  standard: z
    .array(SetPrescription)
    .max(20)
    .meta({ description: 'What masters it', example: [{ reps: 8 }] }),
}

/** The fields that every map of the skill graph has. */
export const MappedExercise = z.strictObject(fields)
export type MappedExercise = z.output<typeof MappedExercise>

const GraphNode = z
  .strictObject({
    ...fields,
    formerSlugs: z.array(ExerciseSlug).max(100).meta({ description: 'Slugs that it had before', example: [] }),
  })
  .meta({ id: 'GraphNode', description: 'An exercise as a node of the skill graph' })

/** What an edge of the graph says: each relation stands there once, in one direction. */
export const GraphEdgeKind = z.enum(['requires', 'harder', 'lateral']).meta({
  id: 'GraphEdgeKind',
  description: '`from` requires `to` to be mastered; `to` is a step harder than `from`; both are much alike',
  example: 'requires',
})
export type GraphEdgeKind = z.output<typeof GraphEdgeKind>

/** An edge of the skill graph, by slugs. */
export const GraphEdge = z
  .strictObject({
    from: ExerciseSlug,
    to: ExerciseSlug,
    kind: GraphEdgeKind,
    group: z.int().min(1).max(20).nullable().meta({
      description: 'Of what `from` requires, one of every group is enough; null for the other kinds',
      example: 1,
    }),
  })
  .meta({ id: 'GraphEdge', description: 'How two exercises are related' })
export type GraphEdge = z.output<typeof GraphEdge>

export const GraphEdges = z.array(GraphEdge).max(10_000)

/** The library as a graph. */
export const ExerciseGraph = z
  .strictObject({
    nodes: z.array(GraphNode).max(2_000).meta({ description: 'Every exercise, the easiest first' }),
    edges: GraphEdges.meta({ description: 'How they are related; each relation once' }),
  })
  .meta({ id: 'ExerciseGraph', description: 'The exercises and the skill graph that they form' })
export type ExerciseGraph = z.output<typeof ExerciseGraph>
