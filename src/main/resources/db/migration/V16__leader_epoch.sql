-- Written by the monitor with the offset: under which leader of the partition its last record was applied. An end of the log that
-- was lost and written anew is told by it. Null where none was ever applied, or before this was noted.
alter table stream_partition add column leader_epoch int;
