import * as z from 'zod'
import { Level } from '#domain/library/vocabulary.js'
import { query } from '#orchestration/operation.js'
import { pageOf, wholeList } from '#orchestration/paging.js'
import { listLevels as levels } from '#queries/workout-levels.js'

const WorkoutLevel = z
  .strictObject({
    level: Level.meta({ description: 'Its place, from 0 to 5', example: 0 }),
    name: z.string().max(50).meta({ description: 'What it is called', example: 'Foundation' }),
    description: z.string().max(1000).meta({ description: 'What it is about', example: 'Stability and control' }),
  })
  .meta({ id: 'WorkoutLevel', description: 'One of the six levels' })

export const listLevels = query({
  id: 'levels.list',
  http: { method: 'GET', path: '/levels', status: 200 },
  summary: 'List the levels',
  description: 'The six levels, from Foundation to Expert; the list is never longer than a page.',
  access: 'public',
  input: {},
  output: pageOf(WorkoutLevel),
  refusals: [],
  run: async (context) => wholeList(await context.read(levels({}))),
})
