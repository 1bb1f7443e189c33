import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { PrerequisiteGraph } from '#domain/path/unlock-path.js'

const file = new URL('../../tests/vectors/prerequisites.json', import.meta.url)
const Graph = z.record(z.string(), z.array(z.string()))

let graph: PrerequisiteGraph | undefined

/**
 * Returns the prerequisites that the published vectors of training science were computed with: all
 * of them are required. The library has alternatives by now, and its paths are judged by the vectors
 * of the coach.
 */
export function prerequisiteGraph(): PrerequisiteGraph {
  graph ??= new Map(Object.entries(Graph.parse(JSON.parse(readFileSync(file, 'utf8')))))
  return graph
}
