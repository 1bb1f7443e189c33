import { expect, it } from 'vitest'
import { Tempo } from './tempo.schema.js'

it.each(['2-1-2-0', '3-2-3-1', '1-0-X-0', 'X-X-X-X', '9-9-9-9', 'hold'])('Tempo accepts %s', (tempo) => {
  expect(Tempo.parse(tempo)).toBe(tempo)
})

it.each(['', '2-1-2', '2-1-2-0-1', '2120', '10-1-2-0', '2-1-x-0', 'HOLD', ' hold', 'hold\n', '2-1-2-0 ', '-1-1-2-0'])(
  'Tempo refuses %j',
  (tempo) => {
    expect(Tempo.safeParse(tempo).success).toBe(false)
  },
)
