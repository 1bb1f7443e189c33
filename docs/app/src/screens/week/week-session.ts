import type { Session, SessionOutline, Week } from '@calistheniq/client'
import { setsDone } from '../workout/next-set.js'

/** A session as a week shows it. */
export type WeekSession = Pick<SessionOutline, 'id' | 'date' | 'time' | 'status' | 'durationMinutes'> & {
  readonly exercises: readonly { readonly name: string; readonly done: number; readonly planned: number }[]
}

/** A day with its sessions, in the week that it is shown in. */
export type WeekDay = {
  /** The name of the week. */
  readonly week: string
  readonly date: string
  readonly today: string
  readonly sessions: readonly WeekSession[]
}

export function ofOutline({ exercises, ...session }: SessionOutline): WeekSession {
  return {
    ...session,
    exercises: exercises.map(({ exercise, completedSets, plannedSets, extraSets }) => ({
      name: exercise.name,
      done: completedSets + extraSets,
      planned: plannedSets,
    })),
  }
}

export function ofSession({ exercises, ...session }: Session): WeekSession {
  return {
    ...session,
    exercises: exercises.map((exercise) => ({
      name: exercise.exercise.name,
      done: setsDone(exercise),
      planned: exercise.planned.sets.length,
    })),
  }
}

/** A week in which one session is another one, or gone. */
export function changedWeek(week: Week, id: string, change: Partial<SessionOutline> | null): Week {
  const sessions = week.sessions.flatMap((session) => {
    if (session.id !== id) return [session]
    return change === null ? [] : [{ ...session, ...change }]
  })
  return { ...week, sessions }
}
