import { describe, expect, test } from 'vitest'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { testDatabase } from '#tests/support/database.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { withClient } from '#tests/support/with-client.js'
import { deployDatabase } from './deploy-database.js'

const deploy = async (url: string, context: string) => {
  const lines: string[] = []
  await deployDatabase({
    database: parseDatabaseConfig({ DATABASE_URL: url }),
    context,
    log: (line) => lines.push(line),
  })
  return lines
}

const countOfExercises = (url: string) =>
  withClient(url, async (client) => (await client.query('select count(*)::int as n from exercises')).rows[0]?.n)

describe('deployDatabase for production', () => {
  test('migrates and seeds an empty database, marks it as production, and changes nothing the second time', async () => {
    const url = await emptyDatabase()
    const lines = await deploy(url, 'production')
    expect(lines.at(-1)).toMatch(/^✓ 127\.0\.0\.1:\d+\/\w+ is marked as the database of production$/)
    expect(await countOfExercises(url)).toBe(194)
    expect(await deploy(url, 'production')).toContainEqual('· 194 exercises: 194 unchanged')
  })
})

describe('deployDatabase for a preview', () => {
  test('migrates a database of its own', async () => {
    const url = await emptyDatabase()
    await deploy(url, 'deploy-preview')
    expect(await countOfExercises(url)).toBe(194)
  })

  test('refuses the database of production, and changes nothing', async () => {
    const { url, rows } = await testDatabase()
    await deploy(url, 'production')
    await rows(`delete from exercises where slug = 'push-up'`)
    for (const context of ['deploy-preview', 'branch-deploy', 'dev']) {
      await expect(deploy(url, context)).rejects.toMatchObject({
        exitCode: 4,
        message: expect.stringContaining(`this deployment is for ${context}`),
      })
    }
    expect(await countOfExercises(url)).toBe(193)
  })

  test('accepts a branch of the database of production, which carries its mark too', async () => {
    const { url, rows } = await testDatabase()
    await deploy(url, 'production')
    await rows(`update app.settings set value = '"ep-other.neon.tech/calistheniq"' where key = 'production'`)
    await expect(deploy(url, 'deploy-preview')).resolves.toBeDefined()
  })
})

test.each(['production', 'deploy-preview'])(
  'deployDatabase stops the deployment when the database cannot be reached: %s',
  async (context) => {
    await expect(deploy('postgres://nobody@127.0.0.1:1/none', context)).rejects.toMatchObject({ exitCode: 3 })
  },
)
