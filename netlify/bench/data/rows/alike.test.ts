import { expect, test } from 'vitest'
import { EventId } from '#domain/values/id.schema.js'
import { athleteOfCrowd } from '../athletes.js'
import { timedRandom } from '../people/timed-random.js'
import { markOf, rowsOfAnother } from './alike.js'

const [one, other] = [athleteOfCrowd(1), athleteOfCrowd(2)]

test('rows of another have other ids, which lie as the first ones do, and nothing else differs', () => {
  const random = timedRandom('a seed', markOf(one))
  random.mintAt(new Date('2026-11-20T10:00:00Z'))
  const ids = [random.newId(EventId), random.newId(EventId)]
  const exercise = '0198c0de-7a11-7000-8000-000000000001'
  const rowsOf = (owner: string, [first, second]: readonly string[]) => `${first}\t${owner}\t{"${second}"}\t${exercise}`
  const changed = rowsOfAnother(one, other)(rowsOf(one.id, ids))
  const others = ids.map((id) => id.replace(markOf(one), markOf(other)))
  expect(changed).toBe(rowsOf(other.id, others))
  expect(others.map((id) => id < (others[0] ?? ''))).toEqual(ids.map((id) => id < (ids[0] ?? '')))
})
