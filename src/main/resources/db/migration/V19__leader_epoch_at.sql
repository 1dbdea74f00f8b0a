-- Written by the monitor with the leader's epoch: for which next offset it was noted. Whoever moves a partition on without noting
-- the leader, a monitor of an earlier release or a person, leaves one that says nothing of the new place.
alter table stream_partition add column leader_epoch_at bigint;
