-- rate_limits counts bytes of kept answers alone; requests are counted in request_counts. Nothing asks for the account any more.

drop function app.count_in_window(text, uuid, integer, interval);
delete from rate_limits
where bucket not like 'kept:%';
alter table rate_limits drop column account;
