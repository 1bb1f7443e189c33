import type { LevelEstimateResource } from '#orchestration/levels/support/estimate.schema.js'
import type { Diary } from './diary.js'

type Configured = { readonly exercise: { readonly name: string }; readonly masteredAt: string | null }

/** Says where twelve weeks have led. */
export async function tellEnd(diary: Diary): Promise<void> {
  diary.say('', '## After twelve weeks', '')
  for (const category of ['Push', 'Pull', 'Squat']) {
    const path = `/me/levels/${category}/estimate`
    const { level, ability, sessionsCount } = await diary.ask<LevelEstimateResource>('get', path)
    diary.say(`- ${category}: level ${level}, ability ${ability.mean.toFixed(2)} after ${sessionsCount} sessions.`)
  }
  const { data } = await diary.ask<{ data: Configured[] }>('get', '/me/exercises?limit=100')
  const mastered = data.flatMap(({ exercise, masteredAt }) =>
    masteredAt ? [`${exercise.name} on ${masteredAt.slice(0, 10)}`] : [],
  )
  diary.say(`- Mastered: ${mastered.toSorted().join(', ') || 'nothing yet'}.`)
}
