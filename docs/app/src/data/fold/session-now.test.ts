import type { Session, TrainedExercise } from '@calistheniq/client'
import { expect, test } from 'vitest'
import { commandsAbout, type SessionCommand } from './session-commands.js'
import { sessionNow } from './session-now.js'

const pushUp = {
  id: 'e',
  slug: 'push-up',
  name: 'Push-up',
  category: 'Push',
  metric: 'reps',
  unilateral: false,
} as const satisfies TrainedExercise
const find = (slug: string) => (slug === pushUp.slug ? pushUp : undefined)
const startedAt = '2026-11-28T10:00:00.000Z'

const exercises = [{ id: 'x', exercise: 'push-up', sets: [{ reps: 10 }, { reps: 9 }] }]
const create: SessionCommand = {
  operation: 'sessions.create',
  input: { body: { id: 's', date: '2026-11-28', exercises } },
}
const start: SessionCommand = { operation: 'sessions.start', input: { sessionId: 's', body: { startedAt } } }

function log(id: string, reps: number): SessionCommand {
  return { operation: 'sessions.logSet', input: { sessionId: 's', sessionExerciseId: 'x', body: { id, reps } } }
}

function known(...commands: SessionCommand[]): Session {
  const session = sessionNow(undefined, commands, find)
  if (!session) throw new Error('no session')
  return session
}

test('a workout that was made, begun and logged here is known before anything is sent', () => {
  const session = known(create, start, log('1', 10), log('2', 8))
  expect(session).toMatchObject({ id: 's', status: 'in_progress', startedAt })
  expect(session.exercises[0]?.exercise).toEqual(pushUp)
  const sets = session.exercises[0]?.sets.map(({ id, setNumber, reps, planned }) => [id, setNumber, reps, planned])
  expect(sets).toEqual([
    ['1', 1, 10, { reps: 10 }],
    ['2', 2, 8, { reps: 9 }],
  ])
})

test('what the answer holds already is there once', () => {
  const commands = [create, start, log('1', 10)]
  const answer = known(...commands)
  expect(sessionNow(answer, commands, find)).toEqual(answer)
})

test('the version of an exercise is what it will be when all that waits was sent', () => {
  const about = { sessionId: 's', sessionExerciseId: 'x' }
  const commands: SessionCommand[] = [create, start, log('1', 10), log('2', 8)]
  expect(known(...commands).exercises[0]).toMatchObject({ version: 3 })
  commands.push({ operation: 'sessions.deleteSet', input: { ...about, setId: '1' } })
  commands.push({ operation: 'sessions.correctSet', input: { ...about, setId: '2', body: { reps: 9 } } })
  expect(known(...commands).exercises[0]).toMatchObject({ version: 5, sets: [{ id: '2', version: 2 }] })
})

test('sets are corrected and deleted, and the others stay', () => {
  const about = { sessionId: 's', sessionExerciseId: 'x' }
  const session = known(
    create,
    log('1', 100),
    log('2', 9),
    {
      operation: 'sessions.correctSet',
      input: { ...about, setId: '1', body: { reps: 10 } },
    },
    { operation: 'sessions.deleteSet', input: { ...about, setId: '2' } },
  )
  expect(session.exercises[0]?.sets.map(({ id, reps }) => [id, reps])).toEqual([['1', 10]])
})

test('a session ends, goes on, moves and goes away', () => {
  const completed = known(create, {
    operation: 'sessions.complete',
    input: { sessionId: 's', body: { completedAt: startedAt } },
  })
  expect(completed).toMatchObject({ status: 'completed', completedAt: startedAt })
  const reopened = sessionNow(completed, [{ operation: 'sessions.reopen', input: { sessionId: 's' } }], find)
  expect(reopened).toMatchObject({ status: 'in_progress', completedAt: null })
  expect(
    known(create, { operation: 'sessions.reschedule', input: { sessionId: 's', body: { date: '2026-11-29' } } }).date,
  ).toBe('2026-11-29')
  expect(known(create, { operation: 'sessions.skip', input: { sessionId: 's' } }).status).toBe('skipped')
  expect(sessionNow(completed, [{ operation: 'sessions.delete', input: { sessionId: 's' } }], find)).toBeUndefined()
})

test('exercises are added once, and removed', () => {
  const add: SessionCommand = {
    operation: 'sessions.addExercise',
    input: { sessionId: 's', body: { id: 'y', exercise: 'push-up' } },
  }
  expect(known(create, add, add).exercises.map(({ id, order }) => [id, order])).toEqual([
    ['x', 1],
    ['y', 2],
  ])
  const remove: SessionCommand = {
    operation: 'sessions.removeExercise',
    input: { sessionId: 's', sessionExerciseId: 'x' },
  }
  expect(known(create, add, remove).exercises.map(({ id }) => id)).toEqual(['y'])
})

test('without a creation or an answer, a session is not known', () => {
  expect(sessionNow(undefined, [start, log('1', 10)], find)).toBeUndefined()
})

test('commands about another session, and those that were refused, change nothing', () => {
  const queued = [create, start, log('1', 10)].map((command, index) => ({ ...command, key: `${index}`, problem: null }))
  const refused = { ...log('2', 9), key: '3', problem: { status: 409, code: 'X', detail: '', document: {} } }
  const other = { operation: 'sessions.start', input: { sessionId: 'other' }, key: '4', problem: null }
  const change = { operation: 'me.patch', input: { body: { id: 's' } }, key: '5', problem: null }
  expect(commandsAbout('s', [...queued, refused, other, change])).toEqual(queued)
})
