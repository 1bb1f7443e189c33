import type { Queued } from '@calistheniq/client'
import { expect, test } from 'vitest'
import { shortDay } from '../../../ui/format.js'
import { type Names, wordsOf } from './words.js'

const saturday = shortDay('2026-11-28')
const monday = shortDay('2026-11-30')

const names: Names = {
  exercise: (_, id) => (id === 'exercise' ? 'Push-up' : undefined),
  exerciseOf: (slug) => (slug === 'pull-up' ? 'Pull-up' : undefined),
  dayOf: (id) => (id === 'session' ? '2026-11-28' : undefined),
}

/** Added at 10:42 UTC of 28 November 2026. */
const key = `${Date.parse('2026-11-28T10:42:30Z')
  .toString(16)
  .padStart(12, '0')
  .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`
const words = (operation: string, input: Queued['input']) =>
  wordsOf({ key, operation, input, problem: null }, names, 'UTC')

const at = { sessionId: 'session', sessionExerciseId: 'exercise' }

test.each([
  ['sessions.logSet', { ...at, body: { reps: 10 } }, 'Push-up: 10 reps, 10:42'],
  [
    'sessions.logSet',
    { ...at, body: { reps: 1, weightKg: 5, side: 'left' } },
    'Push-up: 1 rep, 5 kg added, left, 10:42',
  ],
  ['sessions.logSet', { ...at, body: { duration: 30, kind: 'warmup' } }, 'Push-up: 30 seconds, warm-up, 10:42'],
  ['sessions.correctSet', { ...at, body: { reps: 8 } }, 'Push-up: a set corrected, now 8 reps, 10:42'],
  ['sessions.correctSet', { ...at, body: { rpe: 8 } }, 'Push-up: a set corrected, 10:42'],
  ['sessions.deleteSet', { ...at, sessionExerciseId: 'gone' }, 'An exercise: a set taken out, 10:42'],
  ['sessions.create', { body: { date: '2026-11-30' } }, `New workout for ${monday}, 10:42`],
  ['sessions.start', { sessionId: 'session' }, `Workout of ${saturday}: started, 10:42`],
  ['sessions.complete', { sessionId: 'unknown' }, 'Workout: finished, 10:42'],
  [
    'sessions.addExercise',
    { sessionId: 'session', body: { exercise: 'pull-up' } },
    `Workout of ${saturday}: Pull-up added, 10:42`,
  ],
  ['sessions.swapExercise', { ...at, body: {} }, `Workout of ${saturday}: changed, 10:42`],
  ['recovery.recordCheckIn', { body: {} }, 'How you feel, 10:42'],
  ['goals.unheardOf', {}, 'A change, 10:42'],
])('%s of %j reads: %s', (operation, input, said) => {
  expect(words(operation, input)).toBe(said)
})

test('the time is that of the zone that is asked for', () => {
  const command = { key, operation: 'recovery.recordCheckIn', input: {}, problem: null }
  expect(wordsOf(command, names, 'Europe/Berlin')).toBe('How you feel, 11:42')
})
