import { expect, test } from 'vitest'
import { kgOf, massIn } from './mass.js'

test('kilograms stay as they are', () => {
  expect([massIn('metric', 72.55), kgOf('metric', 72.55)]).toEqual([72.55, 72.55])
})

test('a mass in pounds is the same after it was saved and shown again', () => {
  for (let pounds = 80; pounds < 300; pounds += 0.1) {
    const typed = Math.round(pounds * 10) / 10
    expect(massIn('imperial', kgOf('imperial', typed))).toBe(typed)
  }
})
