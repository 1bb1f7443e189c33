import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { folderWith } from '#tests/support/folder-with.js'
import { readMails } from './mails.js'
import { mailsPage, serveMails } from './mails-page.js'

const mail = {
  at: '2026-11-27T21:00:00.000Z',
  to: 'ada@example.com',
  subject: 'Confirm your address',
  text: 'Open the link.',
  links: ['http://localhost:8888/api/v1/auth/verify-email?token=a&callbackURL=%2F'],
}

test('the newest mail comes first, and what is no mail is left out', () => {
  const later = { ...mail, at: '2026-11-27T21:00:01.000Z', subject: 'Reset' }
  const folder = folderWith({
    'a.json': JSON.stringify(mail),
    'b.json': JSON.stringify(later),
    'c.json': '{',
    'd.txt': '',
  })
  mkdirSync(join(folder, 'e.json'))
  expect(readMails(folder).map(({ subject }) => subject)).toEqual(['Reset', 'Confirm your address'])
  writeFileSync(join(folder, 'f.json'), '{"subject":"half"}')
  expect(readMails(folder)).toHaveLength(2)
  expect(readMails(join(folder, 'nothing'))).toEqual([])
})

test('links can be followed, each once, where the text has them or below it', () => {
  const [link = ''] = mail.links
  const anchor =
    '<a href="http://localhost:8888/api/v1/auth/verify-email?token=a&amp;callbackURL=%2F" rel="noreferrer">'
  for (const text of ['Open the link.', `Open ${link} soon.`]) {
    expect(mailsPage([{ ...mail, text }]).split(anchor), text).toHaveLength(2)
  }
})

test('a mail is text, whatever is in it', () => {
  const hostile = '<script>alert(1)</script>"\'&'
  const page = mailsPage([
    {
      ...mail,
      at: hostile,
      to: hostile,
      subject: hostile,
      text: hostile,
      links: [hostile, 'javascript:alert(1)', 'http://x/"><script>'],
    },
  ])
  expect(page).not.toContain('<script')
  expect(page.match(/href="[^"]*"/g)).toEqual(['href="http://x/&quot;&gt;&lt;script&gt;"'])
})

test('the page is for this machine, and runs nothing', async () => {
  const folder = folderWith({ 'a.json': JSON.stringify(mail) })
  const server = createServer((incoming, outgoing) => serveMails(folder, incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const ask = (host: string, method = 'GET') =>
    new Promise<{ status: number | undefined; policy: unknown; body: string }>((resolve, reject) => {
      const asking = request({ port, host: '127.0.0.1', method, headers: { host } }, async (answer) =>
        resolve({
          status: answer.statusCode,
          policy: answer.headers['content-security-policy'],
          body: await text(answer),
        }),
      )
      asking.on('error', reject).end()
    })
  const shown = await ask(`localhost:${port}`)
  expect(shown).toMatchObject({ status: 200, policy: expect.stringMatching(/^default-src 'none'.*style-src 'sha256-/) })
  expect(shown.body).toContain('Confirm your address')
  expect(await ask('evil.example')).toMatchObject({ status: 404, body: '' })
  expect(await ask('localhost.evil.example:80')).toMatchObject({ status: 404 })
  expect(await ask(`127.0.0.1:${port}`, 'POST')).toMatchObject({ status: 405 })
})
