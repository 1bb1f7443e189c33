/**
 * Where an operation is: its method, its path below `/api/v1`, and marks. `k` takes an idempotency
 * key, `i` takes an id of the caller's in its body, `s` takes the session token, `p` needs nobody
 * signed in.
 */
export type Operation = readonly [method: string, path: string, marks: string]

/** Input of an operation as the runtime sees it: parameters of path and query, and a body. */
export type AnyInput = Readonly<Record<string, unknown>> & { readonly body?: unknown }

export function takesKey([, , marks]: Operation): boolean {
  return marks.includes('k')
}

export function takesOwnId([, , marks]: Operation): boolean {
  return marks.includes('i')
}

/** Which credentials an operation takes. */
export function credentialsOf([, , marks]: Operation): 'session' | 'access' | 'none' {
  if (marks.includes('s')) return 'session'
  return marks.includes('p') ? 'none' : 'access'
}
