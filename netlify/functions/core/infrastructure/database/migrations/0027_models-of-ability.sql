-- An ability is reported by one of two models: the variance of the second holds that of the library's calibration, the first one's does not.

alter table user_abilities
  add column model varchar(20) not null default 'one-gaussian'
  constraint user_abilities_model_check check (model in ('one-gaussian', 'two-hypotheses'));
