import { expect, test } from 'vitest'
import type { Ask, OpenSession } from './ask.js'
import { type Supply, sets, setsIn } from './supply.js'

const session = (id: string, versions?: readonly number[]): OpenSession => ({
  id,
  athlete: { id: 'a', token: 't' },
  exercises: ['x', 'y', 'z'].map((place) => `${id}${place}`),
  ...(versions ? { versions } : {}),
})

const some = (count: number, next: Supply): Ask[] => Array.from({ length: count }, next)

test('sets fill every exercise of every session, once each, and then there is no room', () => {
  const open = [session('s'), session('t')]
  const next = sets('log-set', open)
  const given = some(setsIn(session('s')) * open.length, next)
  const places = given.map((ask) => (ask.operation === 'log-set' ? `${ask.exerciseId} ${ask.setNumber}` : ''))
  expect(new Set(places).size).toBe(24)
  expect(next).toThrow('no room for another set in 2 open sessions')
})

test('sets that follow each other are of different sessions, then of different exercises', () => {
  const given = some(6, sets('log-set', [session('s'), session('t')]))
  expect(given.map((ask) => ask.operation === 'log-set' && ask.exerciseId)).toEqual([
    'sx',
    'tx',
    'sy',
    'ty',
    'sz',
    'tz',
  ])
})

test('who has read a session knows the version of each exercise, which a set counts up by one', () => {
  const given = some(6, sets('log-set', [session('s', [1, 5, 9])]))
  expect(given.map((ask) => ask.operation === 'log-set' && ask.version)).toEqual([1, 5, 9, 2, 6, 10])
})

test('who has not read it names none', () => {
  for (const ask of some(6, sets('log-set-blind', [session('s')]))) expect(ask).not.toHaveProperty('version')
})
