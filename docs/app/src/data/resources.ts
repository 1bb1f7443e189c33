import type { Output } from '@calistheniq/client'
import { ciq } from './client.js'
import { type Resource, resource } from './resource.js'

/** The library as this app needs it: what each exercise is, and how it is done. */
const libraryFields =
  'id,slug,name,category,level,levelName,metric,unilateral,loadable,description,cues,equipment,primaryMuscles,defaults'

export type LibraryExercise = Pick<
  Output<'exercises.list'>['data'][number],
  | 'id'
  | 'slug'
  | 'name'
  | 'category'
  | 'level'
  | 'levelName'
  | 'metric'
  | 'unilateral'
  | 'loadable'
  | 'description'
  | 'cues'
  | 'equipment'
  | 'primaryMuscles'
  | 'defaults'
>

export const today = resource('today', () => ciq.me.getToday())
export const nextWorkout = resource('next-workout', () => ciq.workouts.getNext())
export const skillMap = resource('skill-map', () => ciq.workouts.getSkillMap({ include: 'edges' }))
export const profile = resource('profile', () => ciq.me.get())
export const levels = resource('levels', async () => (await ciq.me.listLevels()).data)

/** The same for everybody, and for months. */
const lasting = { lastsMs: 24 * 60 * 60 * 1000 }
export const vocabularies = resource('vocabularies', () => ciq.vocabularies.get(), lasting)
export const library = resource('library', askLibrary, lasting)

async function askLibrary(): Promise<readonly LibraryExercise[]> {
  const { data } = await ciq.exercises.list({ limit: 500, fields: libraryFields })
  return data
}

export function session(sessionId: string): Resource<Output<'sessions.get'>> {
  return resource(`session ${sessionId}`, () => ciq.sessions.get({ sessionId }))
}

/** @param name of an ISO week, `2026-W48`, or `current`. */
export function week(name: string): Resource<Output<'me.getWeek'>> {
  return resource(`week ${name}`, () => ciq.me.getWeek({ week: name }))
}

/** An exercise of the library by its slug. */
export function exerciseOf(slug: string): LibraryExercise | undefined {
  return library.value()?.find((exercise) => exercise.slug === slug)
}
