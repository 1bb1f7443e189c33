import type { Operation } from '#orchestration/contract.js'
import { getExercise } from './get-exercise.js'
import { getGraph } from './get-graph.js'
import { getProgressions } from './get-progressions.js'
import { getVocabularies } from './get-vocabularies.js'
import { listCategories } from './list-categories.js'
import { listExercises } from './list-exercises.js'
import { listLevels } from './list-levels.js'

/** The fixed lists that the library is sorted by. */
export const libraryOperations: readonly Operation[] = [listLevels, listCategories, getVocabularies]

/** The exercises and the skill graph that they form. */
export const exerciseOperations: readonly Operation[] = [listExercises, getGraph, getExercise, getProgressions]
