import { demoAccount } from '#infrastructure/demo/demo-athlete.js'

/**
 * What to copy once the API serves: its address, requests that work as they stand here, and a
 * command on the database.
 *
 * @param ownDatabaseUrl of the database that came with the start and has the demo account; null
 *   when another one was given.
 */
export function copyBlock(apiUrl: string, ownDatabaseUrl: string | null): string {
  const hasDemo = ownDatabaseUrl !== null
  const lines = [
    `The API serves at ${apiUrl}`,
    ...(hasDemo ? [`Demo account: ${demoAccount.email}, password ${demoAccount.password}`] : []),
    '',
    `API=${apiUrl}`,
    `curl -s "$API/exercises?level=0&limit=3"`,
    ...(hasDemo ? asDemoAthlete() : []),
    ...(hasDemo ? [`DATABASE_URL='${ownDatabaseUrl}' npm run db:verify`] : []),
  ]
  return lines.join('\n')
}

function asDemoAthlete(): string[] {
  const { email, password } = demoAccount
  const body = JSON.stringify({ email, password })
  return [
    `TOKEN=$(curl -s "$API/auth/sign-in/email" -H 'Content-Type: application/json' \\`,
    `  -d '${body}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')`,
    `curl -s "$API/me/weeks/current" -H "Authorization: Bearer $TOKEN"`,
  ]
}
