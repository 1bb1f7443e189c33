import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { exerciseHistory } from './exercise-history.js'
import type { PerformedWork } from './performed-work.js'

const set = (sessionId: string, date: string, amount: number, rpe: number | null = 8): PerformedWork => ({
  setNumber: amount,
  side: null,
  kind: 'working',
  setId: idOf.set(`${sessionId} ${amount}`),
  sessionId: idOf.session(sessionId),
  sessionExerciseId: idOf.sessionExercise(sessionId),
  date,
  exerciseId: idOf.exercise('pull-up'),
  category: 'Pull',
  metric: 'reps',
  unilateral: false,
  tempo: '2-0-1-1',
  bodyMassFraction: 1,
  held: false,
  amount,
  weightKg: 0,
  rpe,
})

it('exerciseHistory sums the sets of each session with the body mass of its day', () => {
  const bodyMass = [
    { on: '2026-11-01', bodyMassKg: 70 },
    { on: '2026-11-20', bodyMassKg: 80 },
  ]
  const work = [set('a', '2026-11-18', 6), set('a', '2026-11-18', 5, null), set('b', '2026-11-20', 7)]
  expect(exerciseHistory(work, bodyMass, rulesInForce)).toMatchObject([
    {
      sessionId: idOf.session('a'),
      date: '2026-11-18',
      amounts: [6, 5],
      best: 6,
      sets: 2,
      volumeLoadKgReps: 770,
      meanRpe: 8,
    },
    { sessionId: idOf.session('b'), date: '2026-11-20', amounts: [7], best: 7, sets: 1, volumeLoadKgReps: 560 },
  ])
})

it('exerciseHistory shows one number for each set: of two sides the weaker, and none for a warm-up', () => {
  const sided = { ...set('a', '2026-11-18', 8), unilateral: true, setNumber: 2 }
  const work: PerformedWork[] = [
    { ...sided, setNumber: 1, kind: 'warmup', amount: 20 },
    { ...sided, side: 'left' },
    { ...sided, side: 'right', amount: 6 },
    { ...sided, setNumber: 3, amount: 5 },
  ]
  expect(exerciseHistory(work, [], rulesInForce)).toMatchObject([{ amounts: [6, 5], best: 6, sets: 2, reps: 64 }])
})

it('exerciseHistory has no best where there were only warm-ups', () => {
  const work: PerformedWork[] = [{ ...set('a', '2026-11-18', 8), kind: 'warmup' }]
  expect(exerciseHistory(work, [], rulesInForce)).toMatchObject([{ amounts: [], best: 0, sets: 0, reps: 8 }])
})

it('exerciseHistory has no best of what waits for review, which is work done all the same', () => {
  const held = { ...set('a', '2026-11-18', 100), held: true }
  expect(exerciseHistory([held, set('b', '2026-11-20', 7)], [], rulesInForce)).toMatchObject([
    { amounts: [100], best: 0, sets: 1, reps: 100 },
    { amounts: [7], best: 7 },
  ])
})
