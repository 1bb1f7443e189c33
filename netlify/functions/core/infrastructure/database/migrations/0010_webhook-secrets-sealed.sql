-- Signing secrets are stored encrypted only. What stood in plain text is dropped: an endpoint of before gets a secret by rotation.

alter table webhook_endpoints
  drop column secret,
  drop column former_secret,
  -- 'v1.' and AES-256-GCM in base64url; a version that nobody opens stands for a secret that is lost
  add column sealed_secret varchar(200) not null default 'v0.',
  add column sealed_former_secret varchar(200),
  add constraint webhook_endpoints_sealed_check
    check (sealed_secret ~ '^v[0-9]+[.]' and sealed_former_secret ~ '^v[0-9]+[.]');

alter table webhook_endpoints alter column sealed_secret drop default;

-- What housekeeping looks for: deliveries by the instant at which they were settled.
create index idx_webhook_deliveries_settled on webhook_deliveries (coalesce(delivered_at, failed_at))
  where next_attempt_at is null;
