import { expect, test } from 'vitest'
import { linkTo, routeOf } from './route.js'

test('an address leads to its screen', () => {
  expect(routeOf('#/workout/018f')).toEqual({ screen: 'workout', rest: ['018f'] })
  expect(routeOf('')).toEqual({ screen: 'today', rest: [] })
})

test('what a link was made of is read again', () => {
  expect(routeOf(linkTo('skills', 'exercise', 'a/b ü%'))).toEqual({ screen: 'skills', rest: ['exercise', 'a/b ü%'] })
})

test('an address that nobody can have made leads somewhere too', () => {
  expect(routeOf('#/skills/%E0%')).toEqual({ screen: 'skills', rest: ['%E0%'] })
})
