import { expect, test } from 'vitest'
import { healthDataIn, withoutHealthData } from './health-data.js'

const placesIn = (input: unknown, whole = false) => healthDataIn(input, { whole }).map(({ pointer }) => pointer)

test.each([
  ['a value', { reps: 8, pain: 3, painSite: 'elbow' }, ['/pain', '/painSite']],
  ['a zero, which says that nothing hurts', { pain: 0 }, ['/pain']],
  ['no null, which takes away', { pain: null, notes: 'Fine', bodyMassKg: undefined }, []],
  ['what stands inside', { sessions: [{ rpeLast: 8 }, { pain: 2 }] }, ['/sessions/1/pain']],
  ['nothing where no body was sent', undefined, []],
])('healthDataIn finds %s', (_, input, places) => expect(placesIn(input)).toEqual(places))

test('healthDataIn takes the own words of an input about health for health data', () => {
  expect(placesIn({ date: '2026-11-22', notes: 'It hurts' }, true)).toEqual(['/notes'])
})

test('withoutHealthData leaves everything else as it is, and in its order', () => {
  const payload = { type: 'set.logged', data: { set: { reps: 8, pain: 7, painSite: 'wrist', side: null } }, list: [1] }
  expect(JSON.stringify(withoutHealthData(payload))).toBe(
    '{"type":"set.logged","data":{"set":{"reps":8,"pain":null,"painSite":null,"side":null}},"list":[1]}',
  )
})
