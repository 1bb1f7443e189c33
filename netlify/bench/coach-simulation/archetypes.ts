import type { Category, PainSite } from '#domain/library/vocabulary.js'

/** Something hurts from one day to another, both included. */
export type Ache = { readonly from: number; readonly to: number; readonly site: PainSite; readonly pain: number }

/** A kind of athlete: what is true of them, and what they say. */
export type Archetype = {
  readonly id: string
  readonly title: string
  /** True abilities, in levels. */
  readonly levels: Readonly<Record<Category, number>>
  /** Levels that a good set gains at level 0 of a fresh slot. */
  readonly gainPerSet: number
  readonly daysPerWeek: number
  readonly minutes: number
  readonly equipment: readonly string[]
  readonly loadKg: number
  readonly skills: readonly string[]
  /** Slugs of exercises. */
  readonly goals: readonly string[]
  /** Whole weeks somewhere else, where this is at hand. */
  readonly away: { readonly weeks: readonly number[]; readonly equipment: readonly string[] } | null
  readonly ache: Ache | null
  /** Days since the last training, of somebody who comes back. */
  readonly breakDays: number | null
}

const household = ['wall', 'chair', 'table', 'doorframe', 'towel', 'stairs']
const everything = [
  ...household,
  ...['box', 'bench', 'low-bar', 'pull-up-bar', 'rings', 'parallel-bars', 'parallettes', 'band', 'sliders', 'anchor'],
]
const barAtHome = ['wall', 'chair', 'pull-up-bar']

const ordinary = {
  gainPerSet: 0.013,
  daysPerWeek: 3,
  minutes: 45,
  loadKg: 0,
  skills: [],
  goals: [],
  away: null,
  ache: null,
  breakDays: null,
}
const beginner = { ...ordinary, levels: { Push: 0.3, Pull: 0.3, Squat: 0.4 }, gainPerSet: 0.016 }

export const archetypes: readonly Archetype[] = [
  { ...beginner, id: 'A', title: 'beginner, nothing', equipment: [] },
  { ...beginner, id: "A'", title: 'beginner, home', equipment: household },
  {
    ...ordinary,
    id: 'B',
    title: 'uneven, bar and rings',
    levels: { Push: 2.8, Pull: 3.3, Squat: 2.2 },
    equipment: ['pull-up-bar', 'rings'],
  },
  {
    ...ordinary,
    id: 'C',
    title: 'advanced, everything',
    levels: { Push: 4.4, Pull: 4.5, Squat: 5 },
    gainPerSet: 0.007,
    daysPerWeek: 4,
    equipment: everything,
    loadKg: 20,
    skills: ['front-lever', 'planche'],
  },
  {
    ...ordinary,
    id: 'D',
    title: 'returning, everything',
    levels: { Push: 2.7, Pull: 3, Squat: 1.9 },
    gainPerSet: 0.01,
    equipment: everything,
    breakDays: 62,
  },
  {
    ...ordinary,
    id: 'E',
    title: 'level 3, shoulder pain',
    levels: { Push: 3.4, Pull: 3.4, Squat: 3.4 },
    equipment: everything,
    ache: { from: 7, to: 41, site: 'shoulder', pain: 5 },
  },
  {
    ...ordinary,
    id: 'F',
    title: '20 minutes, six days',
    levels: { Push: 2.5, Pull: 2.7, Squat: 1.8 },
    daysPerWeek: 6,
    minutes: 20,
    equipment: barAtHome,
  },
  {
    ...ordinary,
    id: 'G',
    title: 'level 2, travels',
    levels: { Push: 2.4, Pull: 2.4, Squat: 2.4 },
    minutes: 30,
    equipment: ['wall', 'chair', 'pull-up-bar', 'rings', 'parallel-bars'],
    away: { weeks: [2, 3, 6, 7, 10, 11], equipment: ['wall', 'chair', 'doorframe', 'towel'] },
  },
  {
    ...ordinary,
    id: 'H',
    title: 'level 4, nothing',
    levels: { Push: 4.3, Pull: 3.9, Squat: 4.3 },
    gainPerSet: 0.008,
    daysPerWeek: 4,
    equipment: [],
  },
  {
    ...ordinary,
    id: 'I',
    title: 'pull-up goal',
    levels: { Push: 1.6, Pull: 1.7, Squat: 1.8 },
    gainPerSet: 0.015,
    equipment: barAtHome,
    goals: ['pull-up'],
  },
]
