import { demoAccount } from '#infrastructure/demo/demo-athlete.js'
import { mailsPath } from './mails-page.js'

type Started = {
  /** The URL of the start's own database, which has the demo account; null for a given database. */
  readonly ownDatabaseUrl: string | null
  /** Whether mails go to the page that shows them, and not to people. */
  readonly keepsMails: boolean
}

/**
 * Makes the text to copy once the API serves: its addresses, requests that work as they are, and a
 * command on the database.
 *
 * @param publicUrl where people find it.
 */
export function copyBlock(publicUrl: string, { ownDatabaseUrl, keepsMails }: Started): string {
  const apiUrl = `${publicUrl}/api/v1`
  const hasDemo = ownDatabaseUrl !== null
  const lines = [
    `The API serves at ${apiUrl}, its pages at ${publicUrl}`,
    `An app for athletes: ${publicUrl}/app/`,
    ...(keepsMails ? [`Mails that it would send: ${publicUrl}${mailsPath}`] : []),
    'From a browser: pages on any http://localhost may call it; CORS_ORIGINS in .env allows others',
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
