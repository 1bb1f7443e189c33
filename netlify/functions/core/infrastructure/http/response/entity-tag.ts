import { hash } from 'node:crypto'
import type { Operation } from '#orchestration/contract.js'
import { stampLength, stampOf, type Versioned } from '#orchestration/version-stamp.js'

const digestLength = 10

/**
 * Makes the strong entity tag of an answer whose JSON is `text`. A resource with a version gets
 * `"3.k3J9aQXq0vT2b9eA"`: the version, the stamp of its last change, and a digest. `If-Match` compares
 * the first two; the digest tells answers apart that change without their version (a day is no longer
 * today), or have the same fields in another order. A resource that shows no instant of change has no
 * stamp, and an answer without a version is a digest alone.
 */
export function entityTagOf({ kind }: Pick<Operation, 'kind'>, output: unknown, text: string): string | null {
  const state = stateOf(output)
  if (state !== null) return `"${state}${digestOf(text).slice(0, digestLength)}"`
  return kind === 'query' ? `"${digestOf(text).slice(0, 22)}"` : null
}

/** Makes the tag of a state that no answer shows: version and stamp, which is what `If-Match` compares. */
export function tagOfState(state: Versioned): string {
  const stamp = stampOf(state)
  return stamp === null ? `"${state.version}"` : `"${state.version}.${stamp}"`
}

/** Returns the stamp in what follows the version in a tag; null where there is none. */
export function stampIn(digests: string): string | null {
  const stamped = namesOf(digests).find(hasStamp)
  return stamped === undefined ? null : stamped.slice(0, stampLength)
}

/** Tells whether a tag that came back names an answer, whole or compressed; without regard to `W/`. */
export function isTagOf(etag: string, given: string): boolean {
  return namesOf(given.replace(/^W\//, '').replace(/"$/, '')).some((name) => `${name}"` === etag)
}

/**
 * Lists what a tag may have been when it left: Netlify's CDN ends those of compressed answers in `-df`, and
 * our own may end so by chance.
 */
function namesOf(tag: string): string[] {
  return [tag, ...(tag.endsWith('-df') ? [tag.slice(0, -'-df'.length)] : [])]
}

function hasStamp({ length }: string): boolean {
  return length === stampLength || length === stampLength + digestLength
}

function stateOf(output: unknown): string | null {
  if (!isObject(output) || typeof output.version !== 'number') return null
  const { version, updatedAt } = output
  return `${version}.${typeof updatedAt === 'string' ? stampOf({ updatedAt }) : ''}`
}

function digestOf(text: string): string {
  return hash('sha256', text, 'base64url')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
