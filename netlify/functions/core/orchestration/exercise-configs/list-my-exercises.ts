import * as z from 'zod'
import { ExerciseConfiguration } from '#domain/athlete/exercise-configuration.schema.js'
import { configurationOf, type ExerciseSettings } from '#domain/athlete/exercise-settings.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { listPersonalSettings } from '#queries/user-exercise-configs.js'

export const listMyExercises = query({
  id: 'me.listExercises',
  http: { method: 'GET', path: '/me/exercises', status: 200 },
  summary: 'List the exercises that I do in my own way',
  description: "Personal configurations beside the library's defaults, by slug.",
  access: { scope: 'exercises:read' },
  input: { query: z.strictObject(pageQuery) },
  output: pageOf(ExerciseConfiguration),
  refusals: ['INVALID_CURSOR'],
  run: async (context, { query: { limit, cursor } }) => {
    const { data, page } = await readPage(context, {
      of: 'me.listExercises',
      filters: {},
      limit,
      cursor,
      keys: z.tuple([z.string()]),
      keysOf: ({ exercise }: ExerciseSettings): [string] => [exercise.slug],
      list: (after, count) =>
        listPersonalSettings({ userId: context.athleteId, after: after?.[0] ?? null, limit: count }),
    })
    return { data: data.map(configurationOf), page }
  },
})
