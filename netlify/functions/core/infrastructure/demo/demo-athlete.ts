import type { Profile } from '#domain/athlete/profile.schema.js'
import type { Category, Equipment, Level } from '#domain/library/vocabulary.js'

/**
 * The account that the demo data belongs to. Its password is public, so it is refused wherever real
 * athletes train.
 */
export const demoAccount = {
  email: 'demo@example.com',
  password: 'demo-calisthenics',
  name: 'Demo Athlete',
  timeZone: 'Europe/Berlin',
} as const

/** The demo athlete's level in each category. */
export const demoLevels: Readonly<Record<Category, Level>> = { Push: 2, Pull: 1, Squat: 2 }

export const demoEquipment: readonly Equipment[] = [
  'band',
  'bench',
  'box',
  'low-bar',
  'parallel-bars',
  'pull-up-bar',
  'rings',
  'wall',
]

/** What the athlete told the coach. */
export const demoCoaching = {
  daysPerWeek: 4,
  minutesPerSession: 45,
  loadKg: 10,
  skills: ['handstand'],
} as const satisfies Partial<Profile>

export const demoPlace = { name: 'Park', equipment: ['low-bar', 'parallel-bars'] } as const

/** The routine that the athlete keeps: the exercises of each category with these ranks in difficulty. */
export const demoRoutine = { name: 'Whole body', ranks: [0, 2] } as const

export const demoBodyMassKg = { atStart: 74, atEnd: 72.5 } as const

/** How many full weeks of history come before this week. */
export const demoWeeks = 12

/**
 * The days on which the athlete trains (0 is Monday), and which exercises of each category, by
 * their rank in difficulty.
 */
export const demoWeek = [
  { day: 0, time: '18:30', ranks: [0, 2] },
  { day: 2, time: '18:30', ranks: [1, 3] },
  { day: 4, time: '18:30', ranks: [0, 2] },
  { day: 6, time: '10:00', ranks: [4] },
] as const

/** The exercises, by category and rank, for which the athlete has a rest or notes of their own. */
export const demoOwnWays = [
  { category: 'Push', rank: 0, restSeconds: 75, notes: 'Hands just outside the shoulders' },
  { category: 'Pull', rank: 1, restSeconds: 150, notes: null },
  { category: 'Squat', rank: 0, restSeconds: null, notes: 'Barefoot' },
] as const satisfies readonly { category: Category; rank: number; restSeconds: number | null; notes: string | null }[]
