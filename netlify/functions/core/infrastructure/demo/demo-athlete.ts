import type { Category, Equipment, Level } from '#domain/library/vocabulary.js'

/**
 * Whom the demo data is about; the password is public, so it is refused wherever real athletes are.
 */
export const demoAccount = {
  email: 'demo@example.com',
  password: 'demo-calisthenics',
  name: 'Demo Athlete',
  timeZone: 'Europe/Berlin',
} as const

/** Where the demo athlete stands in each category. */
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

export const demoBodyMassKg = { atStart: 74, atEnd: 72.5 } as const

/** Full weeks of history before this one. */
export const demoWeeks = 12

/**
 * When the athlete trains: days after Monday, and which exercises of each category, by their rank
 * in difficulty.
 */
export const demoWeek = [
  { day: 0, time: '18:30', ranks: [0, 2] },
  { day: 2, time: '18:30', ranks: [1, 3] },
  { day: 4, time: '18:30', ranks: [0, 2] },
  { day: 6, time: '10:00', ranks: [4] },
] as const

/** What the athlete does in their own way: by category and rank. */
export const demoOwnWays = [
  { category: 'Push', rank: 0, restSeconds: 75, notes: 'Hands just outside the shoulders' },
  { category: 'Pull', rank: 1, restSeconds: 150, notes: null },
  { category: 'Squat', rank: 0, restSeconds: null, notes: 'Barefoot' },
] as const satisfies readonly { category: Category; rank: number; restSeconds: number | null; notes: string | null }[]
