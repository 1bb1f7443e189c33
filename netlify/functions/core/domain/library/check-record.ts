import type * as z from 'zod'
import { LibraryExercise } from './exercise.schema.js'
import type { LibraryFault, LibraryFaultCode } from './library-fault.js'
import { metricOf } from './sets.schema.js'

const codeOfField: Record<keyof LibraryExercise, LibraryFaultCode> = {
  slug: 'INVALID_SLUG',
  formerSlugs: 'INVALID_FORMER_SLUGS',
  name: 'INVALID_NAME',
  category: 'INVALID_CATEGORY',
  level: 'INVALID_LEVEL',
  difficulty: 'INVALID_DIFFICULTY',
  slot: 'INVALID_SLOT',
  ladder: 'INVALID_LADDER',
  prerequisites: 'INVALID_PREREQUISITES',
  metric: 'INVALID_METRIC',
  defaultSets: 'INVALID_SETS',
  defaultTempo: 'INVALID_TEMPO',
  defaultRestSeconds: 'INVALID_REST',
  equipment: 'INVALID_EQUIPMENT',
  tags: 'INVALID_TAGS',
  primaryMuscles: 'INVALID_MUSCLES',
  unilateral: 'INVALID_UNILATERAL',
  loadable: 'INVALID_LOADABLE',
  bodyMassFraction: 'INVALID_BODY_MASS_FRACTION',
  bodyMassFractionSource: 'INVALID_BODY_MASS_FRACTION',
  fitExerciseCategory: 'INVALID_MAPPING',
  healthConnectSegment: 'INVALID_MAPPING',
  description: 'INVALID_DESCRIPTION',
  cues: 'INVALID_CUES',
}

// each rule reads only the fields it compares, so that a fault in another field does not hide it
const Place = LibraryExercise.pick({ level: true, difficulty: true }).strip()
const Counting = LibraryExercise.pick({ metric: true, defaultSets: true }).strip()
const Pace = LibraryExercise.pick({ metric: true, defaultTempo: true }).strip()

/**
 * Lists what is wrong with one record on its own; `index` names the record when its slug cannot be
 * read.
 */
export function checkRecord(record: unknown, index: number): LibraryFault[] {
  const slug = slugOf(record)
  const place = slug === null ? `record ${index}: ` : ''
  const issues = LibraryExercise.safeParse(record).error?.issues ?? []
  return [
    ...issues.map((issue) => ({ code: codeOf(issue), slug, detail: `${place}${textOf(issue)}` })),
    ...checkAgreement(record, slug),
  ]
}

/**
 * Checks what must hold between fields: the level is the difficulty's floor, the sets count the
 * metric, and only holds have the tempo `hold`.
 */
function checkAgreement(record: unknown, slug: string | null): LibraryFault[] {
  const place = Place.safeParse(record).data
  const counting = Counting.safeParse(record).data
  const pace = Pace.safeParse(record).data
  const faults: LibraryFault[] = []
  if (place && Math.floor(place.difficulty) !== place.level)
    faults.push({
      code: 'DIFFICULTY_OUTSIDE_LEVEL',
      slug,
      detail: `${place.difficulty} is not of level ${place.level}`,
    })
  if (counting && metricOf(counting.defaultSets) !== counting.metric)
    faults.push({ code: 'SETS_NOT_OF_METRIC', slug, detail: `the sets do not count ${counting.metric}` })
  if (pace && (pace.defaultTempo === 'hold') !== (pace.metric === 'duration'))
    faults.push({ code: 'TEMPO_NOT_OF_METRIC', slug, detail: `${pace.defaultTempo} does not suit ${pace.metric}` })
  return faults
}

function codeOf(issue: z.core.$ZodIssue): LibraryFaultCode {
  const [field] = issue.path
  return typeof field === 'string' && isField(field) ? codeOfField[field] : 'INVALID_RECORD'
}

function isField(name: string): name is keyof LibraryExercise {
  return Object.hasOwn(codeOfField, name)
}

function textOf(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`
}

/** Reads the slug of a record, as it is written; null when there is none. */
export function slugOf(record: unknown): string | null {
  const slug = typeof record === 'object' && record !== null && 'slug' in record ? record.slug : null
  return typeof slug === 'string' ? slug : null
}
