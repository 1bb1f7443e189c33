import { exportJWK } from 'jose'
import { isoWeekOf, rangeOf } from '#domain/calendar/iso-week.js'
import { lastingSeconds, testIssuer } from '#tests/support/tokens.js'
import { withClient } from '#tests/support/with-client.js'
import type { Athlete, Week } from '../operations/ask.js'

/** An ordinary athlete whom loads ask for, with their newest sessions and the last week that they trained in. */
export type Trained = Athlete & { readonly sessions: readonly string[]; readonly week: Week }

/** Whom and what a database has to ask for. */
export type Targets = {
  readonly crowd: readonly Trained[]
  readonly slugs: readonly string[]
  /** Categories with levels that have exercises. */
  readonly shelves: readonly { readonly category: string; readonly level: number }[]
  /** The public key of all tokens, as a JWK. */
  readonly jwk: string
  readonly tokenOf: (athleteId: string) => Promise<string>
}

const athletesMax = 1_000
const sessionsOfEach = 5

/** Who signs access tokens, with the public key of all of them as a JWK. */
export type Tokens = Pick<Targets, 'jwk' | 'tokenOf'>

/**
 * Enters a key into the database, and signs tokens by it. A database has one for all of a server's
 * life: the product looks for unknown keys only a few times a minute.
 */
export async function openTokens(url: string): Promise<Tokens> {
  const { issueToken, publicKey } = await testIssuer(url)
  return {
    jwk: JSON.stringify(await exportJWK(publicKey)),
    tokenOf: (sub) => issueToken({ sub, expiresIn: lastingSeconds }),
  }
}

/**
 * Looks up what loads ask for, and signs a token for each athlete.
 *
 * @param emails whose: a pattern of `like`; the crowd's when it is left out.
 */
export async function findTargets(url: string, { jwk, tokenOf }: Tokens, emails = 'crowd-%'): Promise<Targets> {
  return withClient(url, async (client) => {
    const { rows: athletes } = await client.query<{ id: string; sessions: string[]; last: string }>(
      `select athlete.id, newest.sessions, newest.last::text
      from users as athlete
      cross join lateral (
        select array_agg(id) as sessions, max(session_date) as last
        from (
          select session.id, session.session_date
          from workout_sessions as session
          where session.user_id = athlete.id and session.status = 'completed'
          order by session.session_date desc
          limit ${sessionsOfEach}
        ) as session
      ) as newest
      where athlete.email like $1 and newest.last is not null
      order by athlete.id
      limit ${athletesMax}`,
      [emails],
    )
    // readiness is told to those who consent alone
    await client.query(
      `insert into consents (user_id, purpose, given, changed_at, version)
      select id, 'health-data', true, now(), 1 from unnest($1::uuid[]) as id on conflict do nothing`,
      [athletes.map(({ id }) => id)],
    )
    const { rows: slugs } = await client.query<{ slug: string }>('select slug from exercises where retired_at is null')
    const { rows: shelves } = await client.query<{ category: string; level: number }>(
      `select distinct category.name as category, level.level_order as level
      from exercises as exercise
      join workout_levels as level on level.id = exercise.level_id
      join exercise_categories as category on category.id = exercise.category_id
      where exercise.retired_at is null
      order by 1, 2`,
    )
    const crowd = athletes.map(async ({ id, sessions, last }) => ({
      id,
      token: await tokenOf(id),
      sessions,
      week: weekOf(last),
    }))
    return {
      crowd: await Promise.all(crowd),
      slugs: slugs.map(({ slug }) => slug),
      shelves,
      jwk,
      tokenOf,
    }
  })
}

function weekOf(date: string): Week {
  const name = isoWeekOf(date)
  return { name, ...rangeOf(name) }
}
