import { describe, expect, it } from 'vitest'
import { coachView } from '#tests/support/coach.js'
import { things } from '#tests/support/coach-arbitraries.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { Recommendation } from '../recommendation.js'
import { recommendSession } from './recommend-session.js'

/** The first session of an athlete whose abilities were asked for a day ago. */
function firstSession(levels: readonly [number, number, number], minutes: number, facts: Partial<CoachAthlete>) {
  const [push, pull, squat] = levels.map((mean) => ({ mean, variance: 0.1, day: 0 }))
  if (!push || !pull || !squat) throw new Error('three abilities make an athlete')
  const categories: CoachAthlete['categories'] = new Map([
    ['Push', push],
    ['Pull', pull],
    ['Squat', squat],
  ])
  const view = { ...coachView({ categories, ...facts }), day: 1 }
  return recommendSession(view, { minutes, force: false })
}

/** Writes a session in a line: exercises with their sets, and what makes them harder. */
function inWords({ items }: Recommendation): string {
  const line = (sets: readonly number[], modifier: string) =>
    modifier === 'none' ? sets.join(', ') : `${sets.join(', ')} +${modifier}`
  return items.map(({ exercise, sets, modifier }) => `${exercise.slug} ${line(sets, modifier)}`).join('; ')
}

const everything = [...things]
const advanced = { equipment: everything, loadKg: 20, skills: ['planche', 'front-lever'] }
const hurt = (pain: number) => ({ equipment: everything, pain: [{ day: 1, site: 'shoulder' as const, pain }] })

/** Abilities, minutes, minutes that it takes, what else is known, and the session. */
const sessions: [string, [number, number, number], number, number, Partial<CoachAthlete>, string][] = [
  [
    'a beginner without equipment',
    [0.3, 0.3, 0.4],
    45,
    35,
    {},
    'quadruped-push-up 7, 7, 6, 5, 5; prone-w-raise 9, 9, 8, 7, 7; half-squat 12, 11, 10; hip-hinge-drill 11, 10, 9; bear-hold 12, 11',
  ],
  [
    'a beginner with a wall, a chair and a door',
    [0.3, 0.3, 0.4],
    45,
    37,
    { equipment: ['wall', 'chair', 'doorframe'] },
    'wall-push-up 15, 14, 13, 12, 11; doorframe-row 10, 10, 9, 8, 7; half-squat 12, 11, 10; hip-hinge-drill 11, 10, 9; bear-hold 12, 11',
  ],
  [
    '22 push-ups, a bar and rings',
    [2.8, 3.3, 2.2],
    45,
    38,
    { equipment: ['pull-up-bar', 'rings'] },
    'close-grip-push-up 8, 8, 7; wide-grip-row 7, 6, 6 +tempo; ring-support-hold 8, 8, 7; neutral-grip-pull-up 5, 4, 4; walking-lunge 10, 10, 9; hamstring-walkout 7, 6, 6 +tempo; v-up 8, 7',
  ],
  [
    'an advanced athlete with everything',
    [4.4, 4.5, 5],
    10,
    10,
    advanced,
    'incline-one-arm-push-up 5; archer-row 8 +tempo_pause; towel-pull-up 4; pistol-squat 4 +load:7.5; banded-nordic-curl 5',
  ],
  [
    'an advanced athlete with everything',
    [4.4, 4.5, 5],
    20,
    20,
    advanced,
    'incline-one-arm-push-up 5, 5; archer-row 8, 7 +tempo_pause; straight-bar-dip 8, 7; towel-pull-up 4, 3, 3; pistol-squat 4, 4 +load:7.5',
  ],
  [
    'an advanced athlete with everything',
    [4.4, 4.5, 5],
    45,
    45,
    advanced,
    'tuck-front-lever 10, 10, 10; incline-one-arm-push-up 5, 5; archer-row 8, 7 +tempo_pause; straight-bar-dip 8, 7; towel-pull-up 4, 3, 3; pistol-squat 4, 4 +load:7.5; banded-nordic-curl 5, 4; floor-l-sit 10, 10',
  ],
  [
    'an advanced athlete with everything',
    [4.4, 4.5, 5],
    90,
    74,
    advanced,
    'tuck-front-lever 10, 10, 10; planche-lean 15, 15, 15; incline-one-arm-push-up 5, 5, 4, 4; archer-row 8, 7, 6, 6 +tempo_pause; straight-bar-dip 8, 7, 7, 6; towel-pull-up 4, 3, 3, 3; pistol-squat 4, 4, 3, 3 +load:7.5; banded-nordic-curl 5, 4, 4, 4; floor-l-sit 10, 10',
  ],
  [
    'the way back from a break',
    [2.7, 3, 1.9],
    45,
    31,
    { equipment: everything, returnMultiplier: 0.5 },
    'decline-push-up-30 6, 5; wide-grip-row 7, 6; ring-support-hold 7, 7; negative-pull-up 3, 3 +tempo; split-squat 10, 10; hamstring-walkout 7, 6; tuck-l-sit 6, 6',
  ],
  [
    'a shoulder that hurts a lot',
    [3.4, 3.4, 3.4],
    45,
    28,
    hurt(7),
    'feet-elevated-row 8, 8, 8; beginner-shrimp-squat 5, 4, 4; sliding-leg-curl 6, 6, 5; seated-pike-lift 8, 7',
  ],
  [
    'a shoulder that hurts',
    [3.4, 3.4, 3.4],
    45,
    35,
    hurt(4),
    'decline-push-up-30 8, 8, 8; feet-elevated-row 8, 8; negative-pull-up 5, 5; beginner-shrimp-squat 5, 4, 4; sliding-leg-curl 6, 6, 5; seated-pike-lift 8, 7',
  ],
  [
    'twenty minutes on six days',
    [2.5, 2.7, 1.8],
    20,
    19,
    { equipment: ['pull-up-bar', 'wall', 'chair'], daysPerWeek: 6 },
    'push-up 10, 10, 10; single-arm-elbow-press 5, 4, 4; bench-dip 10, 10; negative-pull-up 4, 3, 3',
  ],
  [
    'an advanced athlete without equipment',
    [4.3, 3.9, 4.3],
    45,
    40,
    {},
    'typewriter-push-up 5, 4; single-arm-elbow-press 10, 10, 9 +tempo_pause; single-leg-pike-push-up 10, 9 +tempo_pause; intermediate-shrimp-squat 3, 3, 2; single-leg-hamstring-walkout 7, 6, 5 +tempo; floor-l-sit 10, 9',
  ],
]

describe('recommendSession', () => {
  it.each(sessions)('for %s, at %j and in %d minutes, takes %d', (_, levels, minutes, takes, facts, session) => {
    const recommendation = firstSession(levels, minutes, facts)
    expect(inWords(recommendation)).toBe(session)
    expect(Math.round((recommendation.seconds ?? 0) / 60)).toBe(takes)
  })
})
