import { expect, test } from 'vitest'
import { wishesIn } from './read-wishes.js'

const wishes = (answers: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(answers)) form.set(name, value)
  return wishesIn(form)
}

test('what is as the profile says is no wish', () => {
  expect(wishes({ minutes: '', where: 'home' })).toEqual({})
})

test('minutes, a place and a session on a day of rest can be wished', () => {
  expect(wishes({ minutes: '20', where: 'park', force: 'on' })).toEqual({ minutes: 20, place: 'park', force: true })
})

test('without equipment the list is empty', () => {
  expect(wishes({ minutes: '', where: 'none' })).toEqual({ equipment: [] })
})
