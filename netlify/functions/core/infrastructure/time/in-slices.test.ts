import { describe, expect, test } from 'vitest'
import type { Steps } from '#domain/values/steps.js'
import { inSlices } from './in-slices.js'
import { turnMsMax } from './turns.js'

const stepMs = 3
/** What an answer of the database begins and what waited before it can follow each other. */
const stepsMax = 2 * Math.ceil(turnMsMax / stepMs)

function spin(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

/** Work of some steps that compute; `done` sees each. */
function* computing<Result>(steps: number, result: Result, done: () => void = () => undefined): Steps<Result> {
  for (let step = 0; step < steps; step += 1) {
    spin(stepMs)
    done()
    yield
  }
  return result
}

/** Counts the steps between two turns of everything else, while some works run at once. */
async function mostStepsAtAStretch(works: number, stepsOfEach: number): Promise<number> {
  let [most, now] = [0, 0]
  const step = () => {
    now += 1
    most = Math.max(most, now)
  }
  const others = setInterval(() => undefined, 1)
  const look = (): NodeJS.Immediate =>
    setImmediate(() => {
      now = 0
      looking = look()
    })
  let looking = look()
  await Promise.all(Array.from({ length: works }, () => inSlices(computing(stepsOfEach, null, step))))
  clearInterval(others)
  clearImmediate(looking)
  return most
}

describe('inSlices', () => {
  test('gives the result of the work', async () => {
    expect(await inSlices(computing(20, 'done'))).toBe('done')
  })

  test('passes on what the work throws', async () => {
    const broken = computing(1, null, () => {
      throw new Error('broken')
    })
    await expect(inSlices(broken)).rejects.toThrow('broken')
  })

  test.each([1, 2, 10])('lets everything else have its turn after some steps, however many work: %i', async (works) => {
    expect(await mostStepsAtAStretch(works, 20)).toBeLessThanOrEqual(stepsMax)
  })

  test('lets works go on in turns, so that a short one ends before a long one', async () => {
    const ended: string[] = []
    const long = inSlices(computing(60, 'long')).then((name) => ended.push(name))
    const short = inSlices(computing(4, 'short')).then((name) => ended.push(name))
    await Promise.all([long, short])
    expect(ended).toEqual(['short', 'long'])
  })

  test('takes no step past the limit, and says that it is late', async () => {
    let steps = 0
    const limit = { endsAt: performance.now() + 25, late: () => new Error('late') }
    const work = inSlices(
      computing(1_000, null, () => {
        steps += 1
      }),
      limit,
    )
    await expect(work).rejects.toThrow('late')
    const taken = steps
    expect(taken).toBeLessThanOrEqual(Math.ceil(25 / stepMs) + 1)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(steps).toBe(taken)
  })

  test('begins nothing for which no time is left', async () => {
    let steps = 0
    const work = computing(1, null, () => {
      steps += 1
    })
    await expect(inSlices(work, { endsAt: performance.now(), late: () => new Error('late') })).rejects.toThrow('late')
    expect(steps).toBe(0)
  })
})
