type Other = {
  /** What to say otherwise than the recipe does, of the thing that has the id. */
  readonly fields: object
  /** The JSON pointer of what differs then. */
  readonly differs: string
}

const byOperation: Readonly<Record<string, Other>> = {
  'goals.set': { fields: { target: 21 }, differs: '/target' },
  'keys.create': { fields: { name: 'Phone' }, differs: '/name' },
  'levels.takeTest': { fields: { rpeLast: 9 }, differs: '/rpeLast' },
  'recovery.beginDeload': { fields: { startsOn: '2026-11-25' }, differs: '/startsOn' },
  'recovery.recordCheckIn': { fields: { sleep: 1 }, differs: '/sleep' },
  'routines.create': { fields: { name: 'As on Monday' }, differs: '/name' },
  'routines.plan': { fields: { time: '07:00' }, differs: '/time' },
  'sessions.addExercise': { fields: { exercise: 'pull-up' }, differs: '/exercise' },
  'sessions.create': { fields: { notes: 'In the park' }, differs: '/notes' },
  'sessions.logSet': { fields: { reps: 9 }, differs: '/reps' },
  'webhooks.register': { fields: { eventTypes: ['session.completed'] }, differs: '/eventTypes' },
  'workouts.acceptNext': { fields: { time: '07:00' }, differs: '/time' },
  'workouts.acceptPlan': { fields: { time: '07:00' }, differs: '/days/0/time' },
}

/** @throws Error when there is none. */
export function otherContent(operationId: string): Other {
  const other = byOperation[operationId]
  if (!other) throw new Error(`say in other-content.ts what ${operationId} creates otherwise`)
  return other
}
