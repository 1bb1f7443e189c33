import './main.css'
import { render } from 'lit-html'
import { openAccount } from './data/client.js'
import { rereadOutbox, send, whenSent } from './data/outbox.js'
import { openedResources } from './data/resource.js'
import { library, profile, today } from './data/resources.js'
import { whenOtherTabChanges } from './data/tabs.js'
import { athleteId, openAnew, whenAthleteChanges } from './data/who.js'
import { tellFailures } from './shell/failures.js'
import { drawWith, redraw } from './shell/redraw.js'
import { currentRoute, routeOf } from './shell/route.js'
import { openScreen, shell } from './shell/shell.js'
import { registerWorker } from './shell/updates.js'
import { focusHeading } from './ui/focus-heading.js'

/** Asks anew for everything that the open screen shows. */
function refresh(afterChange = false): void {
  const { screen, rest } = openScreen()
  for (const needed of screen.needs(rest)) void needed.refresh(afterChange)
}

/** Sends what waits, then asks for what it changed. */
async function catchUp(): Promise<void> {
  if (athleteId() !== null) await send()
  refresh()
}

async function open(): Promise<void> {
  // the app opens also where the browser lets it read nothing
  await Promise.allSettled([openAccount(), rereadOutbox(), library.reread(), profile.reread(), today.reread()])
  drawWith(() => {
    const { screen, rest } = openScreen()
    document.title = `${screen.title(rest)} · CalisthenIQ`
    render(shell(), document.body)
  })
  redraw()
  refresh()
  if (athleteId() !== null) void send()
  await registerWorker()
}

/** Whether the address has only changed within a page. */
function isSamePage(former: string): boolean {
  const isSameScreen = routeOf(new URL(former).hash).screen === currentRoute().screen
  return isSameScreen && openScreen().screen.isOnePage === true
}

addEventListener('hashchange', ({ oldURL }) => {
  redraw()
  if (isSamePage(oldURL)) return
  refresh()
  queueMicrotask(focusHeading)
})
addEventListener('online', () => void catchUp())
addEventListener('offline', redraw)
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void catchUp())
tellFailures()
whenSent(() => refresh(true))
whenAthleteChanges(openAnew)
whenOtherTabChanges(() => {
  void rereadOutbox()
  for (const opened of openedResources()) void opened.reread()
})

await open()
