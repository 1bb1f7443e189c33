import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { testDatabase } from './database.js'
import { startNeonEndpoint } from './neon-endpoint.js'

const arranged = await testDatabase()
const endpoint = await startNeonEndpoint()
afterAll(() => endpoint.close())

const wire = { 'Neon-Connection-String': arranged.url, 'Neon-Raw-Text-Output': 'true', 'Neon-Array-Mode': 'true' }
const answer = z.looseObject({})

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(endpoint.url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...wire, ...headers },
  })
  return { status: response.status, body: answer.parse(await response.json()) }
}

describe("Neon's HTTP protocol, as the driver speaks it", () => {
  test('a query: fields with their types, raw text, row count and command', async () => {
    const { status, body } = await post({ query: 'select $1::int as n, true as yes, null as nothing', params: ['7'] })
    expect(status).toBe(200)
    expect(body).toMatchObject({ rows: [['7', 't', null]], rowCount: 1, command: 'SELECT' })
    expect(body.fields).toMatchObject([
      { name: 'n', dataTypeID: 23 },
      { name: 'yes', dataTypeID: 16 },
      { name: 'nothing', dataTypeID: 25 },
    ])
  })

  test('without array mode, rows are objects', async () => {
    const { body } = await post({ query: 'select 1 as n', params: [] }, { 'Neon-Array-Mode': 'false' })
    expect(body).toMatchObject({ rows: [{ n: '1' }] })
  })

  test('a batch: one result for each query, in one transaction with its options', async () => {
    const setting = (name: string) => ({ query: `select current_setting('transaction_${name}')`, params: [] })
    const options = {
      'Neon-Batch-Isolation-Level': 'Serializable',
      'Neon-Batch-Read-Only': 'true',
      'Neon-Batch-Deferrable': 'true',
    }
    const { body } = await post({ queries: ['isolation', 'read_only', 'deferrable'].map(setting) }, options)
    expect(body.results).toMatchObject([{ rows: [['serializable']] }, { rows: [['on']] }, { rows: [['on']] }])
  })

  test('a database error is 400 with the SQLSTATE fields', async () => {
    const { status, body } = await post({ query: `select app.ensure(false, 'SESSION_NOT_OPEN')`, params: [] })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: 'CQ001',
      severity: 'ERROR',
      constraint: 'SESSION_NOT_OPEN',
      routine: 'exec_stmt_raise',
    })
  })

  test('several statements in one query are refused, as by the real one', async () => {
    const { status, body } = await post({ query: 'select 1; select 2', params: [] })
    expect({ status, code: body.code }).toEqual({ status: 400, code: '42601' })
  })

  test('what is not the protocol is 400 without a SQLSTATE', async () => {
    const { status, body } = await post({ queries: [] }, { 'Neon-Batch-Isolation-Level': 'Snapshot' })
    expect({ status, body }).toEqual({ status: 400, body: { message: 'no such isolation level: Snapshot' } })
  })
})
