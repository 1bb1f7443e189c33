import { describe, expect, it } from 'vitest'
import seededAliases from '../../../../../seeds/aliases.json' with { type: 'json' }
import seededExercises from '../../../../../seeds/exercises.json' with { type: 'json' }
import seededPairs from '../../../../../seeds/lateral-edges.json' with { type: 'json' }
import { checkLibrary } from './check-library.js'
import { type LibraryFaultCode, libraryFaultCodes } from './library-fault.js'

type Draft = { exercises: Record<string, unknown>[]; pairs: unknown[]; aliases: Record<string, unknown> }

const draft = (): Draft => structuredClone({ exercises: seededExercises, pairs: seededPairs, aliases: seededAliases })

/** Changes fields of the seeded exercise with this slug. */
const change =
  (slug: string, fields: Record<string, unknown>) =>
  ({ exercises }: Draft) => {
    const found = exercises.find((exercise) => exercise.slug === slug)
    if (found === undefined) throw new Error(`no seeded exercise is called ${slug}`)
    Object.assign(found, fields)
  }
const pair =
  (...slugs: string[]) =>
  ({ pairs }: Draft) => {
    pairs.push(slugs)
  }
const alias = (slug: string, aliases: unknown) => (library: Draft) => {
  library.aliases[slug] = aliases
}
const without =
  (...slugs: string[]) =>
  (library: Draft) => {
    library.exercises = library.exercises.filter(({ slug }) => !slugs.includes(String(slug)))
    library.pairs = library.pairs.filter((item) => !slugs.some((slug) => JSON.stringify(item).includes(`"${slug}"`)))
    for (const slug of slugs) delete library.aliases[slug]
  }

/**
 * One deliberate error per code: the code, the exercise it is about, the error, and the codes that
 * it cannot avoid as well.
 */
const damages: [LibraryFaultCode, string | null, (library: Draft) => void, LibraryFaultCode[]?][] = [
  ['INVALID_RECORD', 'push-up', change('push-up', { note: 'an unknown field' })],
  ['INVALID_SLUG', 'Full Planche', change('full-planche', { slug: 'Full Planche' }), ['ALIAS_UNKNOWN']],
  ['INVALID_FORMER_SLUGS', 'full-planche', change('full-planche', { formerSlugs: ['Press Up'] })],
  ['INVALID_NAME', 'full-planche', change('full-planche', { name: ' ' })],
  ['INVALID_CATEGORY', 'full-planche', change('full-planche', { category: 'Core' })],
  ['INVALID_LEVEL', 'full-planche', change('full-planche', { level: 6 })],
  ['INVALID_DIFFICULTY', 'full-planche', change('full-planche', { difficulty: 6 })],
  ['INVALID_PREREQUISITES', 'full-planche', change('full-planche', { prerequisites: 'straddle-planche' })],
  ['INVALID_SLOT', 'push-up', change('push-up', { slot: 'press' })],
  ['INVALID_LADDER', 'push-up', change('push-up', { ladder: 'Push Up' })],
  ['INVALID_METRIC', 'push-up', change('push-up', { metric: 'distance' })],
  ['INVALID_SETS', 'push-up', change('push-up', { defaultSets: [{ reps: 8 }, { reps: 8, duration: 30 }] })],
  ['INVALID_TEMPO', 'push-up', change('push-up', { defaultTempo: '2-1-2' })],
  ['INVALID_REST', 'push-up', change('push-up', { defaultRestSeconds: 601 })],
  ['INVALID_EQUIPMENT', 'push-up', change('push-up', { equipment: [['barbell', 'band']] })],
  ['INVALID_TAGS', 'push-up', change('push-up', { tags: ['Bent Arm'] })],
  ['INVALID_MUSCLES', 'push-up', change('push-up', { primaryMuscles: ['pecs'] })],
  ['INVALID_UNILATERAL', 'push-up', change('push-up', { unilateral: 0 })],
  ['INVALID_LOADABLE', 'push-up', change('push-up', { loadable: 'backpack' })],
  ['INVALID_BODY_MASS_FRACTION', 'push-up', change('push-up', { bodyMassFraction: 64 })],
  ['INVALID_MAPPING', 'push-up', change('push-up', { healthConnectSegment: 'PUSH_UP' })],
  ['INVALID_DESCRIPTION', 'push-up', change('push-up', { description: 'Full floor push-up without a full stop' })],
  ['INVALID_CUES', 'push-up', change('push-up', { cues: ['One cue is not enough'] })],
  ['DIFFICULTY_OUTSIDE_LEVEL', 'full-planche', change('full-planche', { level: 4, prerequisites: [['tuck-planche']] })],
  ['SETS_NOT_OF_METRIC', 'push-up', change('push-up', { defaultSets: [{ duration: 30 }] })],
  ['TEMPO_NOT_OF_METRIC', 'push-up', change('push-up', { defaultTempo: 'hold' })],
  [
    'DUPLICATE_SLUG',
    'ninety-degree-push-up',
    change('full-planche', { slug: 'ninety-degree-push-up' }),
    ['ALIAS_UNKNOWN'],
  ],
  ['DUPLICATE_NAME', 'wide-push-up', change('push-up', { name: 'Wide Push-up' })],
  ['FORMER_SLUG_IN_USE', 'push-up', change('push-up', { formerSlugs: ['pull-up'] })],
  [
    'FORMER_SLUG_TWICE',
    'push-up',
    (library) => {
      for (const slug of ['push-up', 'pull-up']) change(slug, { formerSlugs: ['press-up'] })(library)
    },
    ['ALIAS_IN_USE'],
  ],
  ['CELL_TOO_SMALL', null, without('slow-pistol-squat', 'hawaiian-squat', 'dragon-pistol-squat')],
  ['PREREQUISITE_UNKNOWN', 'l-sit', change('l-sit', { prerequisites: [['tuck-l-sit'], ['press-up']] })],
  [
    'PREREQUISITE_OF_HIGHER_LEVEL',
    'bear-hold',
    change('bear-hold', { prerequisites: [['push-up']] }),
    ['PREREQUISITE_NOT_EASIER'],
  ],
  ['PREREQUISITE_NOT_EASIER', 'bear-hold', change('bear-hold', { prerequisites: [['chair-support-hold']] })],
  [
    'PREREQUISITE_CYCLE',
    'high-plank-hold',
    change('high-plank-hold', { prerequisites: [['scapular-push-up']] }),
    ['PREREQUISITE_NOT_EASIER'],
  ],
  ['NO_PREREQUISITE_IN_CATEGORY', 'pull-up', change('pull-up', { prerequisites: [['push-up']] })],
  ['NEVER_OPENED', 'bodyweight-squat', change('bodyweight-squat', { prerequisites: [['box-squat']] }), ['ENDS_EARLY']],
  [
    'STEP_TOO_WIDE',
    null,
    (library) => {
      for (const slug of ['floor-l-sit', 'seated-pike-lift']) change(slug, { slot: 'accessory' })(library)
    },
  ],
  ['ENDS_EARLY', null, change('single-arm-elbow-press', { equipment: [['band']] })],
  ['LATERAL_INVALID', null, pair('push-up')],
  ['LATERAL_UNKNOWN', 'push-up', pair('push-up', 'press-up')],
  ['LATERAL_SELF', 'push-up', pair('push-up', 'push-up')],
  ['LATERAL_DUPLICATE', 'pull-up', pair('pull-up', 'chin-up')],
  ['LATERAL_ACROSS_CATEGORIES', 'diamond-push-up', pair('diamond-push-up', 'chin-up')],
  ['LATERAL_TOO_FAR_APART', 'diamond-push-up', pair('diamond-push-up', 'wide-push-up')],
  ['LATERAL_ALONG_CHAIN', 'push-up', pair('push-up', 'wide-push-up')],
  ['ALIAS_INVALID', 'push-up', alias('push-up', { english: ['press-up'] })],
  ['ALIAS_INVALID', 'push-up', alias('push-up', { en: ['!'] })],
  ['ALIAS_UNKNOWN', 'sit-up', alias('sit-up', { en: ['sit-up'] })],
  ['ALIAS_IN_USE', 'push-up', alias('push-up', { en: ['Pull Ups'] })],
  ['ALIAS_IN_USE', 'wall-sit', alias('wall-sit', { fr: ['PRESS UP'] })],
  ['ALIAS_TWICE', 'push-up', alias('push-up', { en: ['pushup'] })],
  ['ALIAS_TWICE', 'push-up', alias('push-up', { en: ['press-up', 'press ups'] })],
]

const check = ({ exercises, pairs, aliases }: Draft) => checkLibrary(exercises, pairs, aliases)

describe('checkLibrary', () => {
  it('has a test for every fault code', () => {
    expect(new Set(damages.map(([code]) => code))).toEqual(new Set(libraryFaultCodes))
  })

  it.each(damages)('finds %s at %s and no other fault', (code, slug, damage, alongside = []) => {
    const library = draft()
    damage(library)
    const faults = check(library)
    expect(faults).toContainEqual({ code, slug, detail: expect.stringMatching(/\S/) })
    expect(
      [...new Set(faults.map((fault) => fault.code))].filter((other) => ![code, ...alongside].includes(other)),
    ).toEqual([])
  })

  it('finds every fault when there are several', () => {
    const library = draft()
    change('push-up', { defaultTempo: 'slow', defaultRestSeconds: -1, metric: 'duration' })(library)
    change('pull-up', { difficulty: 4.5 })(library)
    pair('full-planche', 'nowhere')(library)
    const found = check(library).map(({ code, slug }) => `${code} ${slug}`)
    expect(found).toEqual(
      expect.arrayContaining([
        'INVALID_TEMPO push-up',
        'INVALID_REST push-up',
        'SETS_NOT_OF_METRIC push-up',
        'DIFFICULTY_OUTSIDE_LEVEL pull-up',
        'PREREQUISITE_NOT_EASIER wide-grip-pull-up',
        'LATERAL_UNKNOWN full-planche',
      ]),
    )
  })

  it('accepts a lateral pair exactly at the limit, where 3.2 - 2.6 is more than 0.6 in binary', () => {
    const library = draft()
    pair('pike-push-up', 'parallel-bar-dip')(library)
    expect(check(library)).toEqual([])
  })

  it('names every exercise of a cycle', () => {
    const library = draft()
    change('wall-push-up', { prerequisites: [['knee-push-up']] })(library)
    const cycle = check(library).filter(({ code }) => code === 'PREREQUISITE_CYCLE')
    expect(cycle.map(({ slug }) => slug)).toEqual([
      'wall-push-up',
      'incline-push-up-high',
      'negative-knee-push-up',
      'knee-push-up',
    ])
  })

  it.each([[null], [7], ['push-up'], [[]]])('finds a fault, and does not throw, when a record is %j', (record) => {
    const faults = checkLibrary([...draft().exercises, record], [], {})
    expect(faults.map(({ code, slug }) => [code, slug])).toEqual([['INVALID_RECORD', null]])
  })
})
