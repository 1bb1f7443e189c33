import type { FaultContext } from '#tests/faults/support/context.js'
import { sendTo, spawnApi } from '#tests/faults/support/process/spawn-api.js'
import type { Unruliness, UnrulyWire } from '#tests/faults/support/wire/unruly-wire.js'
import { wired } from '#tests/faults/support/wire/wired.js'
import type { Send } from '#tests/faults/support/witness.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'

export type Processes = { readonly ways: readonly Send[]; readonly wires: readonly UnrulyWire[] }

/**
 * Starts processes of the API on one database, one of them over Neon's protocol and the others over
 * PostgreSQL's, with unruly wires between clients and API and between API and database.
 */
export async function startProcesses(context: FaultContext, url: string, count: number): Promise<Processes> {
  const endpoint = await startNeonEndpoint()
  context.onEnd(() => endpoint.close())
  const starting = Array.from({ length: count }, async (_, n) => {
    const seed = context.seed + 1_000 * n
    const inside = await wired(context, n === 0 ? endpoint.url : url, { ...toDatabase, seed })
    const started = n === 0 ? spawnApi(context, url, { NEON_ENDPOINT: inside.url }) : spawnApi(context, inside.url)
    const outside = await wired(context, `http://127.0.0.1:${(await started).port}`, { ...toApi, seed: seed + 500 })
    return { send: sendTo(outside.wire.port), wires: [inside.wire, outside.wire] }
  })
  const processes = await Promise.all(starting)
  return { ways: processes.map(({ send }) => send), wires: processes.flatMap(({ wires }) => wires) }
}

const toDatabase: Omit<Unruliness, 'seed'> = { cut: 0.01, delay: 0.1, overtake: 0.1 }
const toApi: Omit<Unruliness, 'seed'> = { cut: 0.03, delay: 0.1, overtake: 0.1 }
