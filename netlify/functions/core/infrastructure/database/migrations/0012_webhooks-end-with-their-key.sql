-- A webhook sends no more than whoever said where it leads may read, and no longer than their API key lives.

alter table api_keys add constraint api_keys_id_user_key unique (id, user_id);

alter table webhook_endpoints
  -- the API key that vouches for it; null where the athlete, signed in, does
  add column key_id uuid,
  -- the scopes of that sign-in; where both are null nobody noted who made it, and it counts as the athlete's own
  add column granted_scopes text[],
  -- why it is disabled; null where nobody noted it
  add column disabled_reason varchar(20),
  add constraint webhook_endpoints_key_fkey 
    foreign key (key_id, user_id) references api_keys (id, user_id) on delete cascade,
  add constraint webhook_endpoints_voucher_check check (num_nonnulls(key_id, granted_scopes) <= 1),
  add constraint webhook_endpoints_disabled_reason_check 
    check (disabled_reason in ('by_hand', 'gone', 'key_ended', 'unreachable'));
