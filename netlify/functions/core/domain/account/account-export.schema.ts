import * as z from 'zod'
import { ExportId, Version } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { Scope } from './principal.js'

/** How far an export is. */
export const ExportStatus = z
  .enum(['waiting', 'running', 'ready', 'failed'])
  .meta({ id: 'ExportStatus', description: 'How far an export is', example: 'ready' })
export type ExportStatus = z.output<typeof ExportStatus>

/** Why an export was not made to its end: the API key that asked for it ended, or every attempt broke off. */
export const ExportFailure = z
  .enum(['key_ended', 'gave_up'])
  .meta({ id: 'ExportFailure', description: 'Why an export was not made to its end', example: 'gave_up' })
export type ExportFailure = z.output<typeof ExportFailure>

const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

/** A file of an export. */
export const ExportPart = z
  .strictObject({
    number: z.int().min(1).max(100_000).meta({ description: 'Counts from 1', example: 1 }),
    rows: count.meta({ description: 'Rows in it, of all kinds of things', example: 21_480 }),
    bytes: count.meta({ description: 'How long the ZIP is', example: 3_402_911 }),
    sha256: z.string().length(64).meta({
      description: 'SHA-256 of the ZIP, in hex',
      example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    }),
  })
  .meta({ id: 'ExportPart', description: 'A part of an export: a ZIP that can be read by itself' })
export type ExportPart = z.output<typeof ExportPart>

/** An export of an account that is made in the background. */
export const AccountExport = z
  .strictObject({
    id: ExportId,
    status: ExportStatus.meta({
      description: 'Parts can be downloaded as soon as they are listed',
      example: 'running',
    }),
    scopes: z
      .array(Scope)
      .max(Scope.options.length)
      .meta({
        description: 'Whose data it holds; to download it, one needs all of them',
        example: ['privacy:read', 'sessions:read'],
      }),
    rows: count.meta({ description: 'Rows that its parts hold so far', example: 64_440 }),
    parts: z.array(ExportPart).max(100_000),
    failure: ExportFailure.nullable().meta({
      description: 'Why it failed: its API key was revoked or expired, or it could not be made; null for all others',
    }),
    version: Version,
    createdAt: Instant.meta({ description: 'When it began. What came later is left out, where that can be told' }),
    updatedAt: Instant,
    endedAt: Instant.nullable().meta({ description: 'When it was ready, or failed' }),
    expiresAt: Instant.meta({ description: 'When it will be deleted' }),
  })
  .meta({ id: 'AccountExport', description: 'An export of everything that one owns, in parts' })
export type AccountExport = z.output<typeof AccountExport>
