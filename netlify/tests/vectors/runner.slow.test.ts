import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { readVectors, UnreadableVectors } from '#local/vectors/read-vectors.js'
import { reportLines } from '#local/vectors/report.js'
import { runVectors } from '#local/vectors/run-vectors.js'

const differencesOf = (functionName: string, input: unknown, expected: unknown) =>
  runVectors({ [functionName]: { cases: [{ id: 'one', input, expected }] } })[0]?.differences

describe('the tolerance of a comparison', () => {
  const nine = { metric: 'reps', actual: 9, rpe: 7.5 }

  it('is 0.006 for an estimate', () => {
    expect(differencesOf('est_max', nine, { estimate: 11.506, lower_bound_only: false })).toEqual([])
    expect(differencesOf('est_max', nine, { estimate: 11.5062, lower_bound_only: false })).toHaveLength(1)
  })

  it('is 0.0006 for any other real', () => {
    const week = [300, 0, 420, 0, 360, 0, 0]
    const expected = { total: 1080, mean: 154.285714, sd: 181.017533, monotony: 0.85233, strain: 920.514 }
    expect(differencesOf('week_stats', { daily: week }, expected)).toEqual([])
    expect(differencesOf('week_stats', { daily: week }, { ...expected, sd: 181.0189 })).toHaveLength(1)
    expect(differencesOf('week_stats', { daily: week }, { ...expected, total: 1080.005 })).toEqual([])
  })

  it('is 0 for integers by definition', () => {
    const sets = { metric: 'reps', default: [8], working: [8], gap_days: 0 }
    const same = { factor: 1, weekly_set_multipliers: [], retest: false, restart_at_prerequisite: false }
    expect(differencesOf('layoff', sets, { ...same, working: [8] })).toEqual([])
    expect(differencesOf('layoff', sets, { ...same, working: [8.0001] })).toHaveLength(1)
  })
})

describe('the differences of a comparison', () => {
  const row = { reps: 8 }
  const raw = { duration: 4_294_967_295, repetitions: 8, weight: 65_535 }

  it.each([
    ['a missing field', { duration: raw.duration, repetitions: 8 }, ['$.weight: not expected, got 65535']],
    ['a field too many', { ...raw, speed: 1 }, ['$.speed: expected 1, but it is missing']],
    ['null for a number', { ...raw, weight: null }, ['$.weight: expected null, got 65535']],
    ['text for a number', { ...raw, repetitions: '8' }, ['$.repetitions: expected "8", got 8']],
    ['another form', [8], ['$: expected [8], got {"duration":4294967295,"repetitions":8,"weight":65535}']],
  ])('show %s', (_, expected, differences) => {
    expect(differencesOf('fit_set', row, expected)).toEqual(differences)
  })

  it('show lists of another length as a whole', () => {
    expect(differencesOf('unlock_path', { goal: 'dead-hang', mastered: [] }, [])).toEqual([
      '$: expected [], got ["dead-hang"]',
    ])
  })

  it('count an input of another form as a failure of its case', () => {
    expect(differencesOf('strong_duration', { text: 5 }, 0)?.[0]).toMatch(/^no answer: /)
  })

  it('ignore input fields that are not listed, and take null for absent', () => {
    expect(differencesOf('fit_set', { ...row, duration_s: null, colour: 'red' }, raw)).toEqual([])
  })

  it('fail an unknown function in each of its cases, and once when it has none', () => {
    const results = runVectors({
      levitate: { cases: [{ id: 'levitate-1', input: {}, expected: 1 }] },
      hover: { cases: [] },
    })
    expect(reportLines(results)).toEqual([
      '✗ levitate: 1 of 1 failed',
      '  levitate-1 there is no function of this name',
      '✗ hover: 1 of 1 failed',
      '  no cases there is no function of this name',
      '0 passed, 2 failed',
    ])
  })
})

describe('npm run vectors', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vectors-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const write = (name: string, content: unknown) => {
    const file = join(folder, name)
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const command = (...files: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'netlify/local/vectors.ts', ...files], {
      cwd: root,
      encoding: 'utf8',
    })
  const beta = (mean: number) => ({
    algorithms: {
      beta: {
        cases: [
          { id: 'beta-1', input: { successes: 0, failures: 0 }, expected: { alpha: 1, beta: 1, mean, sd: 0.288675 } },
        ],
      },
    },
  })

  it('exits with 0 when all cases agree', () => {
    const { status, stdout } = command(write('good.json', beta(0.5)))
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `by the rules ${rulesInForce.version}\n✓ beta: 1 passed\n1 passed, 0 failed\n`,
    })
  })

  it('exits with 1 and names the case when a value differs', () => {
    const { status, stdout } = command(write('bad.json', beta(0.51)))
    expect(status).toBe(1)
    expect(stdout).toContain('beta-1 $.mean: expected 0.51, got 0.5')
    expect(stdout).toMatch(/\n0 passed, 1 failed\n$/)
  })

  it('exits with 2 and one sentence when a file does not exist', () => {
    const { status, stdout, stderr } = command(join(folder, 'none.json'))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/none\.json cannot be read \(ENOENT\); .*\.\n$/)
  })

  it.each([
    ['text that is not JSON', 'not JSON', /is not JSON/],
    ['JSON of another form', { cases: [] }, /at algorithms/],
    [
      'a case without an expected value',
      { algorithms: { beta: { cases: [{ id: 'x', input: {} }] } } },
      /beta\.cases\.0/,
    ],
  ])('refuses %s', (_, content, message) => {
    const file = write('broken.json', content)
    expect(() => readVectors(file)).toThrow(UnreadableVectors)
    expect(() => readVectors(file)).toThrow(message)
  })

  it('runs by another version of the rules when it is asked to', () => {
    expect(command('--rules', '2026.1', write('first.json', beta(0.5))).stdout).toMatch(/^by the rules 2026\.1\n/)
  })

  it('exits with 2 and one sentence for rules that nobody knows', () => {
    const { status, stderr } = command('--rules', '1999.1', write('old.json', beta(0.5)))
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'the training rules 1999.1 are not known to this release\n',
    })
  })

  it('exits with 2 without a file', () => {
    expect(command().status).toBe(2)
  })

  it('exits with 2 for a file without cases', () => {
    expect(command(write('empty.json', { algorithms: {} })).status).toBe(2)
  })
})
