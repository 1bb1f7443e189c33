import type { Output } from '@calistheniq/client'
import { ciq } from '../../data/client.js'
import { dateOfToday } from '../../data/date-of-today.js'
import { type Resource, resource } from '../../data/resource.js'
import { daysUntil, type Range } from './ranges.js'

const ofAthlete = 'ability,level,hardSets,volumeLoadKgReps,meanRpe,bodyMassKg'
const ofExercise = 'best,hardSets,reps,holdSeconds,meanRpe'

/** All curves of the athlete up to today. The key names no day, so yesterday's answer is shown until there is a network. */
export function charts({ name, days, step }: Range): Resource<Output<'progress.chart'>> {
  return resource(`charts ${name}`, () => {
    const { from } = daysUntil(dateOfToday(), days)
    return ciq.progress.chart({ metric: ofAthlete, category: 'Push,Pull,Squat', step, from })
  })
}

/** The curves of one exercise. */
export function exerciseCharts({ name, days, step }: Range, slug: string): Resource<Output<'progress.chart'>> {
  return resource(`charts ${name} ${slug}`, () => {
    const { from } = daysUntil(dateOfToday(), days)
    return ciq.progress.chart({ metric: ofExercise, exercise: slug, step, from })
  })
}

export const records = resource('records', () => ciq.progress.records({ limit: 100 }))
