import { type Ground, ownWriters, type Subject } from '../drive/subject.js'
import type { OperationName } from '../operations/ask.js'
import { ourDialect } from '../operations/our-dialect.js'
import { startNode } from '../servers/start-node.js'

const reads: readonly OperationName[] = ['library-list', 'exercise', 'week', 'session']
const commands: readonly OperationName[] = [
  ...(['create-session', 'log-set', 'log-set-blind', 'complete-session', 'put-session'] as const),
]

/** The floors, by name: what each does, and how. */
export const floors = {
  floor: { answers: [...reads, ...commands], named: false, sameRows: false },
  'floor, named': { answers: [...reads, ...commands], named: true, sameRows: false },
  'floor, same rows': { answers: commands, named: false, sameRows: true },
  'floor, same rows, named': { answers: commands, named: true, sameRows: true },
} as const

export type FloorName = keyof typeof floors

/** The floor a second time, in every round: what differs between the two is the machine's noise. */
export const floorAgain = 'floor again'

/** Starts the floors, and tells the first of them twice. */
export async function startFloors(ground: Ground, names = Object.keys(floors) as FloorName[]): Promise<Subject[]> {
  const subjects = await Promise.all(names.map((name) => startFloor(ground, name)))
  const [first] = subjects
  return first ? [...subjects, { ...first, name: floorAgain, writers: await ownWriters(ground) }] : []
}

async function startFloor(ground: Ground, name: FloorName): Promise<Subject> {
  const { answers, named, sameRows } = floors[name]
  const server = await startNode('floor/floor.ts', {
    DATABASE_URL: ground.url,
    BENCH_JWK: ground.targets.jwk,
    FLOOR_NAMED: String(named),
    FLOOR_SAME_ROWS: String(sameRows),
  })
  return { name, server, dialect: ourDialect, answers: new Set(answers), writers: await ownWriters(ground) }
}
