import { expectStatus, plan, today } from '#tests/support/session-api.js'
import type { Recipe, Recipes } from './recipe.js'

const routine = {
  name: 'Pull day',
  exercises: [
    { exercise: 'pull-up', sets: [{ reps: 6 }, { reps: 5 }], notes: 'Chest to the bar' },
    { exercise: 'dead-hang' },
  ],
}

const kept =
  (step = '', body?: unknown): Recipe =>
  async (athlete) => {
    const { id } = expectStatus(await athlete.post('/me/routines', routine), 201).body
    return { path: `/me/routines/${id}${step}`, body }
  }

export const routineRecipes: Recipes = {
  'routines.list': async (athlete, api) => {
    await kept()(athlete, api)
    return { path: '/me/routines' }
  },
  'routines.create': async (athlete) => ({
    path: '/me/routines',
    body: { name: 'As on Sunday', fromSession: (await plan(athlete)).id },
  }),
  'routines.get': kept(),
  'routines.change': kept('', { name: 'Pull day, heavy', notes: null, exercises: [{ exercise: 'chin-up' }] }),
  'routines.delete': kept(),
  'routines.plan': kept('/plan', { date: today, time: '18:30', targets: 'working' }),
}
