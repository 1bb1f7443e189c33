import { describe, expect, it } from 'vitest'
import seededCategories from '../../../../../seeds/categories.json' with { type: 'json' }
import seededEquipment from '../../../../../seeds/equipment.json' with { type: 'json' }
import seededExercises from '../../../../../seeds/exercises.json' with { type: 'json' }
import seededPairs from '../../../../../seeds/lateral-edges.json' with { type: 'json' }
import seededLevels from '../../../../../seeds/levels.json' with { type: 'json' }
import { LibraryExercise } from './exercise.schema.js'
import { LibraryCategory, LibraryEquipment, LibraryLevel } from './reference.schema.js'
import { categories, equipment, levels, muscles } from './vocabulary.js'

const exercises = seededExercises.map((record) => LibraryExercise.parse(record))
const repeated = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index)

describe('the seeded exercises', () => {
  it.each([
    ['Push', [11, 12, 13, 16, 12, 10]],
    ['Pull', [8, 13, 12, 11, 11, 9]],
    ['Squat', [9, 9, 9, 12, 9, 8]],
  ])('have in %s %j exercises from level 0 to 5', (category, counts) => {
    const ofCategory = exercises.filter((exercise) => exercise.category === category)
    expect(levels.map((level) => ofCategory.filter((exercise) => exercise.level === level).length)).toEqual(counts)
  })

  it('have one sentence as a description, each another one', () => {
    const descriptions = exercises.map(({ description }) => description)
    expect(repeated(descriptions)).toEqual([])
    expect(descriptions.filter((text) => /[.!?]\s/.test(text))).toEqual([])
  })

  it('share no cue', () => {
    expect(repeated(exercises.flatMap(({ cues }) => cues))).toEqual([])
  })

  it('use every muscle of the vocabulary, and all equipment but what has become a matter of comfort', () => {
    expect(new Set(exercises.flatMap(({ primaryMuscles }) => primaryMuscles))).toEqual(new Set(muscles))
    const comfort = ['dowel', 'mat']
    const used = exercises.flatMap((exercise) => exercise.equipment.flat())
    expect(new Set([...used, ...comfort])).toEqual(new Set(equipment))
  })
})

it('the seeded lateral pairs are at least 25, sorted within the pair and by pair', () => {
  const sorted = seededPairs
    .map((pair) => [...pair].sort())
    .sort(([a = '', b = ''], [c = '', d = '']) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1))
  expect(seededPairs.length).toBeGreaterThanOrEqual(25)
  expect(seededPairs).toEqual(sorted)
})

describe('the seeded vocabulary', () => {
  it('has six levels in order', () => {
    const parsed = seededLevels.map((level) => LibraryLevel.parse(level))
    expect(parsed.map(({ order }) => order)).toEqual(levels)
    expect(repeated(parsed.map(({ name }) => name))).toEqual([])
  })

  it('has three categories', () => {
    expect(seededCategories.map((category) => LibraryCategory.parse(category).name)).toEqual(categories)
  })

  it('has every piece of equipment, each with its own name', () => {
    const parsed = seededEquipment.map((item) => LibraryEquipment.parse(item))
    expect(parsed.map(({ slug }) => slug)).toEqual(equipment)
    expect(repeated(parsed.map(({ name }) => name))).toEqual([])
  })
})
