import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rebuild } from '#database/commands/rebuild.js'
import { ruleBookOf } from '#domain/rules/rule-book.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { handActions } from '#tests/support/histories/hand.js'
import { beginLife, type Life, pass, type Step } from '#tests/support/histories/history.js'
import { sessionActions } from '#tests/support/histories/sessions.js'
import { laterRuleBook } from '#tests/support/moved-rules.js'
import { expectStatus } from '#tests/support/session-api.js'

const api = await testApi()
const actions = { ...sessionActions, ...handActions }
const decisive = ['train', 'train', 'train', 'complete', 'correctSet', 'putLevel', 'assess', 'takeTest', 'setGoal']

const histories: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    action: fc.constantFrom(...decisive, 'wait', 'deload', 'putWorkingSets', 'override', 'confirm'),
    pick: fc.nat(97),
    part: fc.nat(97),
    amount: fc.nat(30),
    twice: fc.constant(false),
  }),
  { minLength: 8, maxLength: 14 },
)

async function live(history: readonly Step[]): Promise<Life> {
  const life = await beginLife(api)
  await api.db.rows("update users set created_at = '2026-01-01' where id = $1 returning id", [life.athlete.id])
  for (const step of [{ action: 'train', pick: 0, part: 1, amount: 4, twice: false }, ...history]) {
    await actions[step.action]?.(life, step)
    pass(life, 7 * 60_000)
  }
  return life
}

/** Reads the decisions of a session; none while it is not completed. */
async function decisionsOf(athlete: TestAthlete, id: string) {
  const { status, body } = await athlete.get(`/sessions/${id}/decisions`)
  return status === 404 ? [] : body.data
}

/** Reads everything that was decided, now and as it was known at an instant. */
async function decidedFor(athlete: TestAthlete, { sessions, clock }: Life) {
  const at = new Date(clock).toISOString()
  const read = async (path: string) => expectStatus(await athlete.get(path), 200).body
  const goals = await read('/me/goals')
  const mastery = await read(`/me/exercises/push-up/mastery?at=${at}`)
  return {
    decisions: await Promise.all(sessions.map((id) => decisionsOf(athlete, id))),
    levels: await read('/me/levels'),
    levelsThen: await read(`/me/levels?at=${at}`),
    records: await read('/me/records'),
    history: await read('/me/history?limit=100'),
    goals: goals.data.map(({ id, status, reachedOn }: Record<string, unknown>) => ({ id, status, reachedOn })),
    mastery: [mastery.isMastered, mastery.masteredAt, mastery.working, mastery.sessionsThatCount],
  }
}

async function differencesUnder(ruleBook: typeof laterRuleBook, { athlete }: Life): Promise<string[]> {
  const lines: string[] = []
  await rebuild({ database: api.db.operator(), ruleBook, athlete: athlete.id, log: (line) => lines.push(line) })
  return lines
}

describe('when a later version of the rules comes into force', () => {
  test('earlier decisions stay as they were, now and at an earlier instant, and a rebuild finds no difference', async () => {
    const property = fc.asyncProperty(histories, async (history) => {
      const life = await live(history)
      const before = await decidedFor(life.athlete, life)
      const later = api.servedWith(life.athlete, { ruleBook: laterRuleBook })
      expect(await decidedFor(later, life), life.asked.join('\n')).toEqual(before)
      expect(await differencesUnder(laterRuleBook, life)).toEqual([])
    })
    await fc.assert(property, { numRuns: 3 })
    expect(api.failures).toEqual([])
  }, 60_000)

  test('new decisions name the new version', async () => {
    const life = await live([])
    const before = await decidedFor(life.athlete, life)
    const ruleBook = ruleBookOf(stricter(rulesInForce), [rulesInForce])
    const later = { ...life, athlete: api.servedWith(life.athlete, { ruleBook }) }
    pass(later, 86_400_000)
    await actions.train?.(later, { action: 'train', pick: 0, part: 1, amount: 4, twice: false })
    const { decisions } = await decidedFor(later.athlete, later)
    expect(decisions[0]).toEqual(before.decisions[0])
    const versions = decisions.map((made) => made.map(({ rulesVersion }: { rulesVersion: string }) => rulesVersion))
    expect(versions.map((each) => new Set(each))).toEqual([new Set([rulesInForce.version]), new Set(['stricter'])])
    expect(await differencesUnder(ruleBook, later)).toEqual([])
  })

  test('a simulation starts from the stored state, and decides by the version in force', async () => {
    const life = await live([])
    const ruleBook = ruleBookOf(stricter(rulesInForce), [rulesInForce])
    const later = api.servedWith(life.athlete, { ruleBook })
    const body = { exercise: 'push-up', sessions: [{ sets: [{ reps: 3 }, { reps: 3 }, { reps: 3 }] }] }
    const [now, then] = await Promise.all(
      [life.athlete, later].map(async (athlete) => (await athlete.post('/progression/simulate', body)).body),
    )
    expect(then.decisions[0].workingBefore).toEqual(now.decisions[0].workingBefore)
    expect([now, then].map(({ decisions }) => decisions[0].rulesVersion)).toEqual([rulesInForce.version, 'stricter'])
  })

  test('facts of an unknown version cause an error, and change nothing', async () => {
    const life = await live([])
    const before = await decidedFor(life.athlete, life)
    const stranger = ruleBookOf(stricter(rulesInForce))
    const { status } = await api.servedWith(life.athlete, { ruleBook: stranger }).get('/me/next-workout')
    expect(status).toBe(500)
    expect(api.failures.splice(0).map(String)).toEqual([
      `UnknownRulesError: the training rules ${rulesInForce.version} are not known to this release`,
    ])
    expect(await decidedFor(life.athlete, life)).toEqual(before)
  })
})

/** Returns rules that ask for more, and are otherwise the same. */
function stricter(rules: TrainingRules): TrainingRules {
  const { progression } = rules
  const hit = { ...progression.hit, masteryAt: 4, twoStepsRpeMax: 5, oneStepRpeMax: 6 }
  return { ...rules, version: 'stricter', progression: { ...progression, hit } }
}
