import * as z from 'zod'
import { dayOf } from '#domain/coach/reading/day-number.js'
import { EquipmentFilter } from '#domain/library/equipment-filter.schema.js'
import type { GraphEdge } from '#domain/library/graph.schema.js'
import { Category } from '#domain/library/vocabulary.js'
import { countByStatus, type MappedSkill, skillMap } from '#domain/progress/skill-map.js'
import { query } from '#orchestration/operation.js'
import { listGraphEdges } from '#queries/exercise-edges.js'
import { presentSkill } from './support/present-skill.js'
import { readCoached } from './support/read-coached.js'
import { SkillMap } from './support/skill-map.schema.js'
import { PlaceQuery, workoutRequestOf } from './support/workout-request.schema.js'

const Query = z.strictObject({
  category: Category.exactOptional().meta({ description: 'Of this category only', example: 'Pull' }),
  include: z.enum(['edges']).exactOptional().meta({
    description: '`edges`: how the exercises that are answered are related, too',
    example: 'edges',
  }),
  place: PlaceQuery.exactOptional(),
  equipment: EquipmentFilter.exactOptional().meta({
    description: "What there is to train with, joined by commas, `none` for nothing; the profile's when left out",
    example: 'pull-up-bar,rings',
  }),
})

export const getSkillMap = query({
  id: 'workouts.getSkillMap',
  http: { method: 'GET', path: '/me/skill-map', status: 200 },
  summary: 'Get every exercise with where you stand in it',
  description:
    'Locked and by what, open, in work with the working sets, or mastered: as the next workout and the way to a skill see it. Its tag ' +
    'changes whenever any of it does, so `If-None-Match` tells whether there is something new to draw.',
  access: { scope: 'progress:read' },
  input: { query: Query },
  output: SkillMap,
  refusals: ['ACCOUNT_NOT_FOUND', 'PLACE_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { query: { category, include, ...asked } }) => {
    const coached = await readCoached(context, workoutRequestOf(asked), [listGraphEdges({})])
    const { training, inputs, whereabouts, more } = coached
    const { library, athlete, state } = training
    const view = { athlete: inputs.athlete, library, day: dayOf(athlete.today), rules: context.rules }
    const skills = skillMap(state, view).filter(({ exercise }) => !category || exercise.category === category)
    return {
      date: athlete.today,
      placeId: whereabouts.placeId,
      counts: countByStatus(skills),
      exercises: skills.map(presentSkill),
      edges: include ? edgesAmong(skills, more[0]) : null,
    }
  },
})

function edgesAmong(skills: readonly MappedSkill[], edges: readonly GraphEdge[]): GraphEdge[] {
  const shown = new Set(skills.map(({ exercise }) => exercise.slug))
  return edges.filter(({ from, to }) => shown.has(from) && shown.has(to))
}
