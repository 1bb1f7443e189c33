import type { Output } from '@calistheniq/client'
import { ciq } from '../../data/client.js'
import { dateOfToday } from '../../data/date-of-today.js'
import { type Resource, resource } from '../../data/resource.js'
import type { Days } from '../progress/ranges.js'
import type { Period } from './periods.js'

export const adherence = resource('adherence', () => ciq.progress.adherence())
export const myExercises = resource('my-exercises', () => ciq.me.listExercises({ limit: 100 }))

/** What belongs to one period, with the days that it was asked for. */
export type PeriodAnswer = Days & {
  readonly sessions: Output<'sessions.list'>['data']
  readonly series: Output<'progress.chart'>
}

export function periodAnswer({ name, daysAt }: Period): Resource<PeriodAnswer> {
  return resource(`report ${name}`, async () => {
    const days = daysAt(dateOfToday())
    const [sessions, series] = await Promise.all([
      ciq.sessions.list({ ...days, limit: 100 }),
      ciq.progress.chart({
        ...days,
        step: 'day',
        metric: 'ability,level,hardSets,bodyMassKg',
        category: 'Push,Pull,Squat',
      }),
    ])
    return { ...days, sessions: sessions.data, series }
  })
}
