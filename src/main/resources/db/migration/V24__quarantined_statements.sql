-- The statement of another system that a record in quarantine is a part of, so that whoever reads the statement learns
-- that it waits. Written by the monitor.
alter table quarantine add column source_key bytea;

create index quarantine_by_source on quarantine (source_key) where state = 'open' and source_key is not null;
