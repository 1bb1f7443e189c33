import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DomainEvent } from '#domain/event/event.js'
import { Refusal } from '#domain/refusal.js'
import { replayEvents } from '#domain/training/replay-events.js'
import { idsFrom } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { presentSession } from '#orchestration/sessions/support/present-session.js'
import { idOf, uuid } from '#tests/support/ids.js'
import { library, noon, refusalOf } from '#tests/support/sessions.js'
import { keptFaults } from './document-faults.js'
import { completeSession, startSession } from './life.js'
import { loggedSessionOf } from './logged-session.js'
import { planSession } from './plan-session.js'
import { planDocument, type Replacing, replaceSession } from './replace-session.js'
import { revise } from './revise.js'
import type { Session } from './session.js'
import { PlanSession } from './session.schema.js'
import { SessionDocument } from './session-document.schema.js'
import { eventsThrough, planningEvents } from './session-events.js'
import { editExercise } from './session-exercises.js'
import { LogSet } from './set-log.schema.js'
import { logSet } from './set-logs.js'

const id = idOf.session(1)

let minted = 1000
const replacing: Replacing = {
  ...noon,
  library,
  deloads: [],
  bodyMassKg: null,
  newId: idsFrom(() => {
    minted += 1
    return uuid(minted)
  }),
}

const slugs = ['push-up', 'plank', 'archer-push-up'] as const

const amountOf = (slug: (typeof slugs)[number]): fc.Arbitrary<object> =>
  slug === 'plank'
    ? fc.record({ duration: fc.integer({ min: 0, max: 60 }) })
    : fc.record({ reps: fc.integer({ min: 0, max: 20 }) })

const said = fc.record(
  {
    rpe: fc.constantFrom(7, 8.5, 10),
    kind: fc.constantFrom('warmup', 'working', 'drop'),
    side: fc.constantFrom('left', 'right'),
    setNumber: fc.integer({ min: 1, max: 4 }),
    completedAt: fc.constantFrom('2026-11-22T11:10:00.000Z', '2026-11-22T11:20:00.000Z'),
    notes: fc.constant('Slow'),
  },
  { requiredKeys: ['completedAt'] },
)

const setOf = (slug: (typeof slugs)[number]) =>
  fc.tuple(amountOf(slug), said).map(([amount, { side, ...rest }]) => ({
    ...amount,
    ...rest,
    ...(slug === 'archer-push-up' && side ? { side } : {}),
  }))

const exercise = fc.constantFrom(...slugs).chain((slug) =>
  fc.record(
    {
      exercise: fc.constant(slug),
      planned: fc.record({ restSeconds: fc.constantFrom(60, 90) }),
      actual: fc.record({ notes: fc.constantFrom('Grip gave out', null) }),
      completed: fc.boolean(),
      sets: fc.array(setOf(slug), { maxLength: 4 }),
    },
    { requiredKeys: ['exercise', 'sets'] },
  ),
)

const times = fc.constantFrom(
  {},
  { startedAt: '2026-11-22T11:00:00.000Z' },
  { startedAt: '2026-11-22T11:00:00.000Z', completedAt: '2026-11-22T11:30:00.000Z' },
  { completedAt: '2026-11-22T11:30:00.000Z', durationMinutes: 25 },
)

/** A document whose exercises and sets have ids, or none; ids are those of places, so documents share them. */
const document = fc
  .record({
    status: fc.constantFrom('planned', 'in_progress', 'completed', 'completed', 'skipped'),
    date: fc.constantFrom('2026-11-22', '2026-11-20'),
    notes: fc.constantFrom(undefined, null, 'In the park'),
    times,
    exercises: fc.array(exercise, { maxLength: 3 }),
    named: fc.boolean(),
    turned: fc.boolean(),
  })
  .map(({ times: when, exercises, named, turned, ...details }) => {
    const items = exercises.map((item, n) => ({
      ...item,
      ...(named ? { id: idOf.sessionExercise(100 + n) } : {}),
      sets: item.sets.map((set, at) => ({ ...set, ...(named ? { id: idOf.set(500 + 10 * n + at) } : {}) })),
    }))
    const begun =
      details.status === 'completed' ? when : details.status === 'in_progress' ? { startedAt: when.startedAt } : {}
    return SessionDocument.parse({ ...details, ...begun, exercises: turned ? items.toReversed() : items })
  })

type Outcome = { readonly session: Session; readonly events: readonly DomainEvent[] }

/** Returns what an act makes, or the code of its refusal. */
function outcomeOf(act: () => Outcome): Outcome | string {
  try {
    return act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

function create(given: SessionDocument): Outcome {
  const planned = planDocument(id, given, replacing)
  const states = replaceSession(planned, given, replacing)
  return {
    session: states.at(-1) ?? planned,
    events: [...planningEvents(planned, replacing), ...eventsThrough(states, replacing)],
  }
}

/** Does what a document says by the steps of single requests. */
function stepByStep({ status, date, notes, exercises = [], ...when }: SessionDocument): Outcome {
  const request = PlanSession.parse({
    id,
    date,
    notes,
    exercises: exercises.map(({ id, exercise, planned }) => ({ id, exercise, ...planned })),
  })
  const planned: Session = planSession(request, library, { ...noon, newId: replacing.newId })
  const startedAt = when.startedAt ?? undefined
  const states = [planned, startSession(planned, { startedAt }, noon)]
  const next = (step: (session: Session) => Session) => states.push(step(states.at(-1) ?? planned))
  exercises.forEach(({ actual, sets = [], completed }, n) => {
    const item = planned.exercises[n]
    if (!item) throw new Error('every exercise is planned')
    if (actual?.notes) next((session) => editExercise(session, item.id, { actual: { notes: actual.notes } }))
    for (const { id: setId, reps, duration, ...set } of sets) {
      const amount = typeof reps === 'number' ? { reps } : { duration }
      const entry = LogSet.parse({ ...set, ...amount })
      next((session) => logSet(session, item.id, { ...entry, id: setId ?? idOf.set(0) }, noon))
    }
    if (completed) next((session) => editExercise(session, item.id, { completed }))
  })
  const { completedAt, durationMinutes } = when
  if (status === 'completed')
    next((session) =>
      completeSession(
        session,
        { completedAt: completedAt ?? undefined, durationMinutes: durationMinutes ?? undefined },
        noon,
      ),
    )
  return {
    session: states.at(-1) ?? planned,
    events: [...planningEvents(planned, noon), ...eventsThrough(states, noon)],
  }
}

/** A session and what was told of it, in any order and at any instants. */
function essence(outcome: Outcome | string) {
  if (typeof outcome === 'string') return outcome
  const { session, events } = outcome
  const told = events.map(({ type, subject, payload }) => JSON.stringify([type, subject, payload]))
  return { session, told: told.sort() }
}

/** Writes documents one after the other, each onto what is there; a refused one changes nothing. */
function live(documents: readonly SessionDocument[]): Outcome {
  const [first, ...others] = documents
  if (!first) throw new Error('a life begins with a document')
  return others.reduce((known, given) => {
    const outcome = outcomeOf(() => {
      const states = replaceSession(known.session, given, replacing)
      const session = revise(known.session, states.at(-1) ?? known.session, noon.now)
      return { session, events: [...known.events, ...eventsThrough([...states.slice(0, -1), session], replacing)] }
    })
    return typeof outcome === 'string' ? known : outcome
  }, create(first))
}

const planOf = (given: SessionDocument): SessionDocument => ({
  ...given,
  status: 'planned',
  startedAt: null,
  completedAt: null,
  exercises: (given.exercises ?? []).map((item) => ({ ...item, actual: undefined, completed: undefined, sets: [] })),
})

const lives = fc
  .tuple(document.map(planOf), fc.array(document, { maxLength: 4 }))
  .map(([first, others]) => live([first, ...others]))

describe('a document', () => {
  const trained = document.filter(({ status, startedAt, exercises = [] }) =>
    status === 'in_progress' || (status === 'completed' && !!startedAt) ? exercises.every((item) => item.id) : false,
  )

  test('gives the session, the events and the refusals of the steps that it stands for', () => {
    fc.assert(
      fc.property(trained, (given) => {
        expect(essence(outcomeOf(() => create(given)))).toEqual(essence(outcomeOf(() => stepByStep(given))))
      }),
    )
  })

  test('that is written twice is written once, with ids and without, whatever was there', () => {
    fc.assert(
      fc.property(lives, document, ({ session }, given) => {
        const outcome = outcomeOf(() => ({
          session: replaceSession(session, given, replacing).at(-1) ?? session,
          events: [],
        }))
        if (typeof outcome === 'string') return
        expect(replaceSession(outcome.session, given, replacing).at(-1)).toBe(outcome.session)
      }),
    )
  })

  test('that is the answer of a session changes nothing, whatever was there', () => {
    fc.assert(
      fc.property(lives, ({ session }) => {
        const answered = SessionDocument.parse(JSON.parse(JSON.stringify(presentSession(session, noon))))
        expect(keptFaults(answered, session)).toEqual([])
        expect(replaceSession(session, answered, replacing).at(-1)).toBe(session)
      }),
    )
  })

  test('tells by events what became of the training log, whatever was there', () => {
    fc.assert(
      fc.property(lives, ({ session, events }) => {
        // where it was trained is in no event, and no decision rests on it
        const logged = loggedSessionOf({ ...session, placeId: undefined } as unknown as Session)
        const replayed = inOneGo(replayEvents([...events])).sessions
        const sorted = replayed.map((one) => ({
          ...one,
          exercises: one.exercises
            .map((item) => ({ ...item, sets: item.sets.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }))
            .toSorted((a, b) => a.order - b.order),
        }))
        const expected = logged && {
          ...logged,
          exercises: logged.exercises.map((item) => ({
            ...item,
            sets: item.sets.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          })),
        }
        expect(sorted).toEqual(expected ? [expected] : [])
      }),
    )
  })
})

describe('a document is refused', () => {
  const documentOf = (given: object) => SessionDocument.parse({ date: '2026-11-22', status: 'in_progress', ...given })
  const creating = (given: object) => refusalOf(() => create(documentOf(given)))
  const pushUps = (...sets: object[]) => ({ exercise: 'push-up', sets })

  test('with every fault at its place', () => {
    const exercises = [
      pushUps({ reps: 8 }, { duration: 8 }),
      { exercise: 'plank', sets: [{ reps: 8 }, { duration: 8, side: 'left' }] },
    ]
    expect(creating({ exercises })).toEqual({
      code: 'METRIC_MISMATCH',
      faults: [
        '/exercises/0/sets/1/duration METRIC_MISMATCH',
        '/exercises/1/sets/0/reps METRIC_MISMATCH',
        '/exercises/1/sets/1/side NOT_UNILATERAL',
      ],
    })
    expect(creating({ exercises: [{ exercise: 'no-such' }, { exercise: 'nor-this' }] })).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/exercises/0/exercise EXERCISE_NOT_FOUND', '/exercises/1/exercise EXERCISE_NOT_FOUND'],
    })
  })

  test.each([
    [{ status: 'planned', startedAt: '2026-11-22T11:00:00Z' }, '/startedAt NOT_ALLOWED'],
    [{ status: 'in_progress', completedAt: '2026-11-22T11:00:00Z' }, '/completedAt NOT_ALLOWED'],
    [{ id: uuid(77) }, '/id DIFFERS'],
    [
      {
        exercises: [
          { ...pushUps(), order: 2 },
          { ...pushUps(), order: 1 },
        ],
      },
      '/exercises/1/order OUT_OF_ORDER',
    ],
    [{ startedAt: '2026-11-22T13:00:00Z' }, '/startedAt IN_FUTURE'],
    [
      { exercises: [pushUps({ reps: 8, completedAt: '2026-11-22T13:00:00Z' })] },
      '/exercises/0/sets/0/completedAt IN_FUTURE',
    ],
  ])('when %j contradicts itself, the address or the clock', (given, fault) => {
    expect(creating(given)).toEqual({ code: 'INVALID_INPUT', faults: [fault] })
  })

  test.each([
    [{ date: '2026-11-23' }, 'DATE_IN_FUTURE', []],
    [{ status: 'completed' }, 'NOTHING_LOGGED', []],
    [{ status: 'planned', exercises: [pushUps({ reps: 8 })] }, 'SESSION_NOT_OPEN', ['/exercises/0 SESSION_NOT_OPEN']],
    [
      { exercises: [pushUps({ reps: 8, setNumber: 1 }, { reps: 7, setNumber: 1 })] },
      'CONFLICT',
      ['/exercises/0/sets/1 CONFLICT'],
    ],
  ])('when the rules of single requests refuse %j', (given, code, faults) => {
    expect(creating(given)).toEqual({ code, faults })
  })

  const done = () => create(documentOf({ status: 'completed', exercises: [pushUps({ reps: 8 }, { reps: 7 })] })).session
  const replacingBy = (session: Session, given: object) =>
    refusalOf(() => replaceSession(session, documentOf(given), replacing))

  test('when it takes an exercise out of a completed session, or plans anew what has begun', () => {
    const session = done()
    expect(replacingBy(session, { status: 'completed', exercises: [] }).code).toBe('SESSION_NOT_OPEN')
    expect(replacingBy(session, { status: 'planned' }).code).toBe('SESSION_STATE')
    expect(replacingBy(session, { status: 'skipped' }).code).toBe('SESSION_STATE')
    const other = [{ id: session.exercises[0]?.id, exercise: 'plank' }]
    expect(replacingBy(session, { status: 'completed', exercises: other })).toEqual({
      code: 'ID_TAKEN',
      faults: ['/exercises/0/exercise DIFFERS'],
    })
  })
})

describe('a document that replaces', () => {
  const documentOf = (given: object) => SessionDocument.parse({ date: '2026-11-22', status: 'in_progress', ...given })
  const before = create(
    documentOf({ exercises: [{ exercise: 'push-up', sets: [{ reps: 8 }, { reps: 7 }, { reps: 6 }] }] }),
  ).session
  const [item] = before.exercises
  const replacedBy = (sets: readonly object[]) =>
    replaceSession(before, documentOf({ exercises: [{ id: item?.id, exercise: 'push-up', sets }] }), replacing).at(-1)

  test('lets sets trade their numbers', () => {
    const [first, second, third] = item?.sets ?? []
    const after = replacedBy([
      { id: second?.id, reps: 7, setNumber: 1 },
      { id: first?.id, reps: 8, setNumber: 2 },
      { id: third?.id, reps: 6 },
    ])
    expect(after?.exercises[0]?.sets.map(({ id: setId }) => setId)).toEqual([second?.id, first?.id, third?.id])
    expect(after?.exercises[0]?.sets[2]).toBe(third)
  })

  test('takes sets without ids by their numbers, and leaves what it does not mention', () => {
    expect(replacedBy([{ reps: 8 }, { reps: 7 }, { reps: 6 }])).toBe(before)
    expect(replaceSession(before, documentOf({}), replacing).at(-1)).toBe(before)
    const shorter = replacedBy([{ reps: 8 }, { reps: 9, rpe: 8 }])
    expect(shorter?.exercises[0]?.sets).toMatchObject([{ reps: 8 }, { id: item?.sets[1]?.id, reps: 9, rpe: 8 }])
    expect(shorter?.exercises[0]?.sets[0]).toBe(item?.sets[0])
  })

  test('refuses what the server keeps when it is not as it was answered', () => {
    const answered = presentSession(before, noon)
    const forged = {
      ...answered,
      version: 7,
      exercises: answered.exercises.map((one) => ({
        ...one,
        createdAt: '2026-11-01T00:00:00.000Z',
        actual: { ...one.actual, sets: [{ reps: 99 }] },
        sets: one.sets.map((set) => ({ ...set, planned: { reps: 1 } })).slice(0, 1),
      })),
    }
    expect(keptFaults(SessionDocument.parse(forged), before)).toMatchObject(
      ['/version', '/exercises/0/createdAt', '/exercises/0/actual/sets', '/exercises/0/sets/0/planned'].map(
        (pointer) => ({ pointer, code: 'READ_ONLY' }),
      ),
    )
    expect(keptFaults(SessionDocument.parse(answered), null).map(({ code }) => code)).toContain('READ_ONLY')
  })
})
