import type { AccountService } from '#infrastructure/auth/better-auth.js'

/**
 * A challenge that the account service keeps in a cookie. Clients on other origins hold no cookies of
 * ours, so the answer tells it, and the body of the next request has it.
 */
export type ChallengeName = 'two_factor' | 'better-auth-passkey'

/** How a route hands out a challenge. */
export type GivenChallenge = {
  readonly name: ChallengeName
  /** Makes the answer of what the service answered and the challenge. */
  readonly answer: (answered: unknown, challenge: string) => unknown
  /** 202 where one more step is needed before there is anything to answer. */
  readonly status: 200 | 202
}

/** Writes the cookie that holds the challenge of a body. */
export async function cookieOf(service: AccountService, name: ChallengeName, body: unknown): Promise<string> {
  const challenge = typeof body === 'object' && body !== null && 'challenge' in body ? String(body.challenge) : ''
  return `${await cookieName(service, name)}=${encodeURIComponent(challenge)}`
}

/** Returns the answer as clients get it: with the challenge that the service set as a cookie, where it hands one out. */
export async function withChallenge(
  service: AccountService,
  given: GivenChallenge | undefined,
  answer: Response,
): Promise<Response> {
  if (!given) return answer
  const name = await cookieName(service, given.name)
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`))
  const challenge = decodeURIComponent(cookie?.slice(name.length + 1).split(';')[0] ?? '')
  if (challenge === '') return answer
  return Response.json(given.answer(await answer.json(), challenge), { status: given.status })
}

async function cookieName({ $context }: AccountService, name: ChallengeName): Promise<string> {
  return (await $context).createAuthCookie(name).name
}
