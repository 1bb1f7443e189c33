import fc from 'fast-check'
import { expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { handActions } from '#tests/support/histories/hand.js'
import { beginLife, type Life, pass, type Step } from '#tests/support/histories/history.js'
import { sessionActions } from '#tests/support/histories/sessions.js'

const api = await testApi()

/** Seconds for which histories run; `HISTORIES_SECONDS` changes them. */
const seconds = Number(process.env.HISTORIES_SECONDS ?? 20)
const historiesMin = 3

const actions = { ...sessionActions, ...handActions }

/** Actions that happen more often than the others. */
const often = [
  ...['train', 'train', 'train', 'train', 'logSet', 'logSet', 'complete', 'complete'],
  ...['correctSet', 'deleteSet', 'move', 'wait'],
]

const histories: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    action: fc.constantFrom(...Object.keys(actions), ...often),
    pick: fc.nat(97),
    part: fc.nat(97),
    amount: fc.nat(30),
    twice: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40 },
)

/** Queries of an athlete without parameters in their path. */
const views = servedOperations
  .filter(({ kind, access, http }) => kind === 'query' && access !== 'public' && !http.path.includes('{'))
  .map(({ http }) => http.path)

async function live(history: readonly Step[]): Promise<Life> {
  const life = await beginLife(api)
  for (const step of history) {
    await actions[step.action]?.(life, step)
    pass(life, 7 * 60_000)
  }
  return life
}

/**
 * Reads everything that can be read; the API under test checks each answer against its
 * documentation.
 */
async function expectReadable({ athlete, sessions, asked }: Life): Promise<void> {
  const paths = [...views, ...sessions.flatMap((id) => [`/sessions/${id}`, `/sessions/${id}/decisions`])]
  for (const path of paths) {
    const { status, body } = await athlete.get(path)
    expect(status, [`${path} ${JSON.stringify(body)}`, ...asked].join('\n')).toBeLessThan(500)
  }
}

test(
  'the stored state is what the rebuild derives from the facts, after any history of commands',
  async () => {
    const end = Date.now() + seconds * 1000
    let lived = 0
    const property = fc.asyncProperty(histories, async (history) => {
      // histories that are left when the time is up pass without running
      if (Date.now() > end) return
      const life = await live(history)
      expect(await differencesOf(api, life.athlete), life.asked.join('\n')).toEqual([])
      await expectReadable(life)
      lived += 1
    })
    await fc.assert(property, { numRuns: 20 * seconds })
    expect(api.failures).toEqual([])
    expect(lived).toBeGreaterThanOrEqual(historiesMin)
  },
  seconds * 1000 + 60_000,
)
