import type { Output, Queued } from '@calistheniq/client'
import { commandsAbout, type SessionCommandId, sessionIdOf } from './fold/session-commands.js'
import { sessionNow } from './fold/session-now.js'
import { exerciseOf, session, today } from './resources.js'

/** Operations that answer with the whole session. */
const answersSession: ReadonlySet<string> = new Set<SessionCommandId>([
  'sessions.create',
  'sessions.start',
  'sessions.complete',
  'sessions.reopen',
  'sessions.reschedule',
  'sessions.skip',
])

/**
 * Keeps what a command did, before it leaves the queue: so the app shows the same with and without
 * it, also when it is closed in between.
 */
export async function keepDone(queued: Queued, output: unknown): Promise<void> {
  if (queued.operation === 'goals.set') return keepGoal(output as Output<'goals.set'>)
  const id = sessionIdOf(queued)
  if (id === null) return
  const kept = session(id)
  if (queued.operation === 'sessions.delete') return kept.forget()
  await kept.reread()
  if (answersSession.has(queued.operation)) return kept.keep(output as Output<'sessions.get'>)
  const now = sessionNow(kept.value(), commandsAbout(id, [queued]), exerciseOf)
  if (now) await kept.keep(now)
}

/** Puts a goal among those of `today`, which knows it before it is asked for again. */
async function keepGoal(goal: Output<'goals.set'>): Promise<void> {
  await today.reread()
  const known = today.value()
  if (!known) return
  const others = known.goals.filter(({ id }) => id !== goal.id)
  await today.keep({ ...known, goals: [...others, goal] })
}
