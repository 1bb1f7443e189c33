import { type Happening, on } from './ada.js'
import { asksForTest, assesses, isBarredFromTest, looksAhead, looksUp, takesTest } from './levels.js'
import { aimsAt, consents, inTurn, looksBack, reviewsGoals, tells } from './progress.js'
import { asksForDeload, beginsDeload, checksIn, comesBack, readsWarnings } from './recovery.js'
import { does } from './sessions.js'
import { corrects, overrides, plans, syncsLate, trains, trainsAsPlanned, trainsNext } from './train.js'

/** A week of Ada's, and what happens in it. */
export type Week = { readonly title: string; readonly happens: readonly Happening[] }

const kneePushUp = 'knee-push-up'
const negative = 'negative-push-up'
const pushUp = 'push-up'
const scapular = 'scapular-pull-up'
const hang = 'active-hang'
const squat = 'bodyweight-squat'
const walkout = 'hamstring-walkout'

const reps = (...amounts: readonly number[]) => amounts.map((amount) => ({ reps: amount }))
const elbow = (pain: number) => ({ pain, painSite: 'elbow' })

/** The Monday on which the script begins. */
export const firstMonday = '2026-03-02'

/** Twelve weeks, from the first self-assessment to the next level. */
export const weeks: readonly Week[] = [
  {
    title: 'placement',
    happens: [
      on(
        'Mon',
        inTurn(
          consents(),
          tells({ equipment: ['pull-up-bar'], bodyMassKg: 64 }, 'Ada has a pull-up bar at home, and weighs 64 kg.'),
          assesses({ [pushUp]: 6, 'horizontal-row': 4, [squat]: 18 }),
          aimsAt({ kind: 'reps', exercise: pushUp, target: 12, deadline: '2026-05-31' }),
          aimsAt({ kind: 'consistency', target: 2 }),
          looksAhead(40),
        ),
      ),
      on('Tue', trainsNext('1 Tue', 30)),
      on('Thu', trains('1 Thu', does(kneePushUp), does(scapular), does(squat, { plan: [9, 9, 9], rpe: 6 }))),
      on(
        'Sat',
        trains(
          '1 Sat',
          does(negative, { plan: [3, 3, 3] }),
          does(hang, { plan: [10, 10, 10] }),
          does(walkout, { plan: [5, 5, 5] }),
        ),
      ),
    ],
  },
  {
    title: 'small steps',
    happens: [
      on('Mon', trains('2 Mon', does(negative, { rpe: 9 }), does(scapular, { rpe: 9 }), does(squat, { rpe: 6.5 }))),
      on('Wed', trains('2 Wed', does(negative, { rpe: 9 }), does(hang, { rpe: 9 }), does(walkout, { rpe: 9 }))),
      on(
        'Fri',
        inTurn(
          checksIn({ sleep: 4, fatigue: 4, stress: 4, soreness: 4 }),
          trains('2 Fri', does(kneePushUp, { did: [10, 10, 12] }), does(scapular, { rpe: 9 }), does(squat)),
        ),
      ),
    ],
  },
  {
    title: 'a typo that nobody sees',
    happens: [
      on('Mon', trains('3 Mon', does(negative, { rpe: 8.5 }), does(hang, { rpe: 9 }), does(walkout))),
      on('Wed', trains('3 Wed', does(kneePushUp, { did: [11, 11, 1] }), does(scapular), does(squat))),
      on('Fri', trains('3 Fri', does(negative), does(hang, { rpe: 9 }), does(walkout, { rpe: 9.5 }))),
    ],
  },
  {
    title: 'the first mastery, and an elbow that hurts',
    happens: [
      on('Mon', trains('4 Mon', does(negative), does(scapular), does(squat))),
      on('Wed', trains('4 Wed', does(kneePushUp), does(scapular, elbow(5)), does(walkout))),
      on(
        'Fri',
        inTurn(
          trains('4 Fri', does(negative), does(scapular, elbow(7)), does(squat, { rpe: 9.5 })),
          readsWarnings(),
          looksAhead(40),
          isBarredFromTest('Pull', [{ duration: 15 }, { duration: 15 }, { duration: 15 }]),
        ),
      ),
    ],
  },
  {
    title: 'an easier one, by choice',
    happens: [
      on(
        'Mon',
        inTurn(
          plans('5 Tue', 'Tue', kneePushUp, squat),
          plans('5 Thu', 'Thu', negative, walkout),
          checksIn({ sleep: 2, fatigue: 2, stress: 2, soreness: 2, ...elbow(4) }),
          asksForDeload(),
          beginsDeload(),
        ),
      ),
      on('Tue', trainsAsPlanned('5 Tue', 6)),
      on('Thu', trainsAsPlanned('5 Thu', 6)),
    ],
  },
  {
    title: 'the typo is found',
    happens: [
      on('Mon', trains('6 Mon', does(kneePushUp, { rpe: 7 }), does(hang), does(squat, { rpe: 9 }))),
      on('Wed', corrects('3 Wed', kneePushUp, 3, { reps: 11 })),
      on('Thu', trains('6 Thu', does(pushUp, { plan: [6, 6, 6] }), does(scapular), does(walkout, { rpe: 9.5 }))),
      on('Sat', trains('6 Sat', does(pushUp, { rpe: 7 }), does(hang, { rpe: 9.5 }), does(squat, { rpe: 9.5 }))),
    ],
  },
  { title: 'away', happens: [] },
  { title: 'still away', happens: [] },
  {
    title: 'coming back',
    happens: [
      on('Mon', inTurn(plans('9 Mon', 'Mon', pushUp, scapular, squat), comesBack(), trainsAsPlanned('9 Mon', 7))),
      on('Fri', trains('9 Fri', does(pushUp, { rpe: 6.5 }), does(hang), does(walkout))),
    ],
  },
  {
    title: 'a session of last week arrives, and masteries',
    happens: [
      on('Mon', trains('10 Mon', does(pushUp, { rpe: 6.5 }), does(scapular), does(squat))),
      on(
        'Wed',
        syncsLate('9 Wed', 'Wed', 1, does(pushUp, { plan: [8, 8, 8], rpe: 6.5 }), does(hang, { did: [20, 20, 18] })),
      ),
      on('Thu', trains('10 Thu', does(pushUp, { did: [10, 10, 12], rpe: 7 }), does(scapular), does(walkout))),
      on('Sat', trains('10 Sat', does(kneePushUp, { rpe: 6 }), does(hang), does(squat))),
    ],
  },
  {
    title: 'strong enough',
    happens: [
      on(
        'Mon',
        inTurn(
          trains('11 Mon', does(pushUp, { did: [11, 11, 13], rpe: 7 }), does(scapular), does(squat)),
          asksForTest('Push'),
        ),
      ),
      on(
        'Wed',
        inTurn(
          trains('11 Wed', does(kneePushUp, { rpe: 5 }), does(hang, { rpe: 9.5 }), does(walkout, { rpe: 9 })),
          overrides('11 Wed', walkout, reps(6, 6, 6)),
        ),
      ),
      on(
        'Fri',
        trains(
          '11 Fri',
          does(pushUp, { did: [12, 12, 14], rpe: 7 }),
          does(scapular, { rpe: 9.5 }),
          does(squat, { rpe: 9.5 }),
        ),
      ),
    ],
  },
  {
    title: 'the next level',
    happens: [
      on(
        'Mon',
        inTurn(
          trains('12 Mon', does(pushUp, { did: [12, 12, 15], rpe: 7 }), does(hang), does(walkout)),
          asksForTest('Push'),
        ),
      ),
      on('Wed', takesTest('Push', reps(10, 10, 10), 7.5)),
      on('Fri', inTurn(looksUp('Push', 'Pull', 'Squat'), reviewsGoals(), looksBack())),
    ],
  },
]
