import type { Session } from '@calistheniq/client'
import { setsDone } from '../workout/next-set.js'

/** How many of the planned sets of a session are done. */
export function doneOf({ exercises }: Session): { readonly done: number; readonly planned: number } {
  const counts = exercises.map((exercise) => {
    const planned = exercise.planned.sets.length
    return { done: Math.min(setsDone(exercise), planned), planned }
  })
  return {
    done: counts.reduce((sum, { done }) => sum + done, 0),
    planned: counts.reduce((sum, { planned }) => sum + planned, 0),
  }
}
