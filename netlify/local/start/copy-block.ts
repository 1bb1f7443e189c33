import { demoAccount } from '#infrastructure/demo/demo-athlete.js'

/**
 * Makes the text to copy once the API serves: its address, requests that work as they are, and a
 * command on the database.
 *
 * @param ownDatabaseUrl the URL of the start's own database, which has the demo account; null for a
 *   given database.
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
