import { describe, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'

const api = await testApi()

describe('GET /levels', () => {
  test('lists the six levels in order', async () => {
    const { status, body } = await api.visitor.get('/levels')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.data.map(({ level, name }: { level: number; name: string }) => `${level} ${name}`)).toEqual([
      '0 Foundation',
      '1 Beginner',
      '2 Novice',
      '3 Intermediate',
      '4 Advanced',
      '5 Expert',
    ])
    expect(body.page).toEqual({ nextCursor: null, limit: 100 })
  })

  test('refuses parameters, because it takes none', async () => {
    const { status, body } = await api.visitor.get('/levels?limit=3')
    expect(status, JSON.stringify(body)).toBe(400)
  })
})

describe('GET /categories', () => {
  test('lists the three categories', async () => {
    const { status, body } = await api.visitor.get('/categories')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(['Push', 'Pull', 'Squat'])
  })
})
