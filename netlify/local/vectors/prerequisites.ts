import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import type { PrerequisiteGraph } from '#domain/path/unlock-path.js'

const library = new URL('../../../seeds/exercises.json', import.meta.url)
const copy = new URL('../../tests/vectors/prerequisites.json', import.meta.url)

const Library = z.array(z.object({ slug: z.string(), prerequisites: z.array(z.string()) }))
const Copy = z.record(z.string(), z.array(z.string()))

let graph: PrerequisiteGraph | undefined

/**
 * Returns the library's prerequisites, from the seeds, or without seeds from the copy next to the
 * vectors.
 */
export function prerequisiteGraph(): PrerequisiteGraph {
  graph ??= existsSync(library) ? seededGraph() : copiedGraph()
  return graph
}

/** Reads the copy next to the vectors. */
export function copiedGraph(): PrerequisiteGraph {
  return new Map(Object.entries(Copy.parse(JSON.parse(readFileSync(copy, 'utf8')))))
}

function seededGraph(): PrerequisiteGraph {
  const exercises = Library.parse(JSON.parse(readFileSync(library, 'utf8')))
  return new Map(exercises.map(({ slug, prerequisites }) => [slug, prerequisites]))
}
