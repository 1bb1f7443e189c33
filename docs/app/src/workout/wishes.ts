import type { Equipment, Input, NextWorkout } from '@calistheniq/client'

/** What an athlete asks of the next workout; what is left out is as the profile says. */
export type Wishes = Pick<Input<'workouts.getNext'> & object, 'minutes' | 'place' | 'force'> & {
  readonly equipment?: Equipment[]
}

/** The same wishes as they stand in a query. */
export function queryOf({ equipment, ...wishes }: Wishes): Input<'workouts.getNext'> & object {
  return equipment === undefined ? wishes : { ...wishes, equipment: equipment.join(',') || 'none' }
}

/** Whether there is anything to begin: exercises, or the mobility of a day of recovery. */
export function isOffered({ exercises, warmUp }: Pick<NextWorkout, 'exercises' | 'warmUp'>): boolean {
  return exercises.length > 0 || warmUp.some(({ kind }) => kind === 'mobility')
}
