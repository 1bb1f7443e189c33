import { expect, test } from 'vitest'
import { deadlineIn } from './deadline.js'

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
const never = () => new Promise<never>(() => undefined)

test('remainingMs shrinks to 0, and not below', async () => {
  const deadline = deadlineIn(40)
  expect(deadline.remainingMs()).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(deadline.remainingMs()).toBe(0)
})

test('work within the deadline gives its result or its failure', async () => {
  const deadline = deadlineIn(5_000)
  expect(await deadline.within(Promise.resolve(7))).toBe(7)
  await expect(deadline.within(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})

test('work beyond the deadline is refused with the refusal of the caller', async () => {
  await expect(deadlineIn(20).within(never())).rejects.toThrow('DEADLINE_EXCEEDED')
  await expect(deadlineIn(20).within(never(), () => new Error('the body is slow'))).rejects.toThrow('the body is slow')
})

test('no timer is left when the work ends', async () => {
  const before = timers()
  const deadline = deadlineIn(60_000)
  await deadline.within(Promise.resolve())
  await deadline.within(Promise.reject(new Error())).catch(() => undefined)
  await deadlineIn(10)
    .within(never())
    .catch(() => undefined)
  expect(timers()).toBe(before)
})

test('work in slices ends with DEADLINE_EXCEEDED past the deadline, and goes no further', async () => {
  let steps = 0
  const endless = function* (): Generator<undefined, void, undefined> {
    for (;;) {
      steps += 1
      yield
    }
  }
  await expect(deadlineIn(30).inSlices(endless())).rejects.toThrow('DEADLINE_EXCEEDED')
  const taken = steps
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(steps).toBe(taken)
})
