import type { Readable } from './entity-scopes.js'

/** What somebody who reads an export needs to know of it. */
export const aboutTheData: readonly string[] = [
  '"sets" and "events" are the facts; "decisions", "records", "abilities" and "daily-summaries" follow from them.',
  'Instants are UTC, dates are days in your time zone, masses are kilograms, durations seconds.',
  'Passwords, tokens and keys are not in it: only digests of them are stored.',
  '"sign-ins" are the sessions of your account, and "kept-answers" the keys under which you may repeat a request.',
]

/** Says what was left out, and the scope that it needs. */
export function notReadable({ leftOut, types }: Readable): string[] {
  if (leftOut.length === 0 && types === null) return ['Nothing was left out.', '']
  return [
    'This is not everything: what was used to ask for it may not read the following. Sign in for the whole.',
    ...leftOut.map(({ entity, scope }) => `${entity}: needs ${scope}`),
    ...(types ? ['"events" and "webhook-deliveries" have only what the other parts are about.'] : []),
    '',
  ]
}
