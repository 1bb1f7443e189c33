import { type SkillLadder, skillLadders } from '#domain/athlete/coaching.schema.js'
import { slotInWords } from '#domain/coach/explain/coach-words.js'
import {
  type Category,
  categories,
  type Equipment,
  levelNames,
  levels,
  type Metric,
  Muscle,
  metrics,
  PainSite,
  slots,
} from '#domain/library/vocabulary.js'
import { labelOfCode, plainTermsOf, type Term, termsOf, type Word } from './terms.js'

const categoryWords: Readonly<Record<Category, Word>> = {
  Push: ['Push', 'Pushing movements: chest, shoulders, triceps'],
  Pull: ['Pull', 'Pulling movements: back, biceps'],
  Squat: ['Legs', 'Lower body: legs, hips'],
}

const metricWords: Readonly<Record<Metric, Word>> = {
  reps: ['Reps', 'A set counts repetitions'],
  duration: ['Seconds', 'A set counts the seconds of a hold'],
}

/** What equipment is called: its label, and other names that people look for. */
export const equipmentWords: Readonly<Record<Equipment, readonly [label: string, ...synonyms: string[]]>> = {
  anchor: ['Ankle anchor', 'Foot anchor', 'Something that holds the feet'],
  band: ['Resistance band', 'Elastic band', 'Loop band'],
  bench: ['Bench', 'Weight bench'],
  box: ['Box or step', 'Plyo box', 'Step'],
  chair: ['Chair', 'Sturdy chair'],
  doorframe: ['Doorframe', 'Door'],
  dowel: ['Dowel', 'Broomstick', 'Stick'],
  'low-bar': ['Low bar', 'Bar at hip height', 'Smith bar'],
  mat: ['Exercise mat', 'Yoga mat'],
  'parallel-bars': ['Parallel bars', 'Dip bars', 'Dip station'],
  parallettes: ['Parallettes', 'Push-up bars', 'Mini parallel bars'],
  'pull-up-bar': ['Pull-up bar', 'Chin-up bar', 'High bar'],
  rings: ['Gymnastic rings', 'Rings', 'Suspension trainer'],
  sliders: ['Sliders', 'Gliding discs', 'Socks on a smooth floor'],
  stairs: ['Stairs', 'Steps'],
  table: ['Sturdy table', 'Desk'],
  towel: ['Towel', 'Rope'],
  wall: ['Wall'],
}

const muscleWords: Partial<Record<Muscle, string>> = {
  lats: 'Latissimus',
  'front-delts': 'Front deltoids',
  'rear-delts': 'Rear deltoids',
  'lower-traps': 'Lower trapezius',
  'mid-traps': 'Middle trapezius',
  'upper-traps': 'Upper trapezius',
  quads: 'Quadriceps',
  serratus: 'Serratus anterior',
}

const siteWords: Partial<Record<PainSite, string>> = { other: 'Another place' }

/** What the words of the library are called. */
export const libraryTerms = {
  categories: termsOf(categories, categoryWords),
  levels: levels.map((code) => ({ code, label: levelNames[code], description: null })),
  slots: slots.map((code) => ({ code, label: labelOfCode(slotInWords(code)), description: null })),
  metrics: termsOf(metrics, metricWords),
  muscles: named(Muscle.options, muscleWords),
  painSites: named(PainSite.options, siteWords),
  skills: plainTermsOf<SkillLadder>(skillLadders),
}

function named<Code extends string>(codes: readonly Code[], words: Partial<Record<Code, string>>): Term<Code>[] {
  return codes.map((code) => ({ code, label: words[code] ?? labelOfCode(code), description: null }))
}
