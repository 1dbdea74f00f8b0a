-- A binding neither begins nor ends in the future any more. What has not begun is taken back: it never spoke for anybody.
-- What was to end later lasts until somebody ends it, so that it is seen and can be ended.
update device_binding set valid = 'empty' where lower(valid) > now();
update device_binding set valid = tstzrange(lower(valid), null) where upper(valid) > now();
create index device_binding_by_patient on device_binding (patient_id);

-- Written by the monitor with each batch: when a device was heard, and when something of it was used. One row a device.
create table device_use (
    device_id      text        primary key,
    -- By receipt, whatever the date of what it said.
    heard_at       timestamptz not null,
    used_at        timestamptz,
    -- Since when nothing of it is used, and why; null while it is.
    unused_since   timestamptz,
    unused_reason  text check (unused_reason in ('unbound', 'id-conflict', 'clock-ahead', 'clock-late')),
    -- Readings in a row whose date is off, and by how much at least and at most, in seconds; negative is late.
    drift_since    timestamptz,
    drift_readings int,
    drift_least    bigint,
    drift_most     bigint
);
insert into device_use (device_id, heard_at, used_at)
    select b.device_id, last.received_at, last.received_at
    from device_binding b cross join lateral (
        select received_at from observation
        where patient_id = b.patient_id and effective_at >= lower(b.valid) and device_id = b.device_id and graded
        order by effective_at desc limit 1) last
    where upper_inf(b.valid);
-- One open alert of a device, whichever ward it is told to.
create unique index alert_one_of_unused_device on alert (condition)
    where state <> 'resolved' and condition like 'device-unused:%';

-- When a reading was found to be another patient's, and withdrawn from this one. Another row has it for the patient whose
-- it is, and a further one for this patient where it came back: so it stays known who knew what, and when.
alter table observation add column if not exists moved_at timestamptz;
set local statement_timeout = '15min';
create unique index if not exists observation_by_place on observation
    (patient_id, effective_at, id, coalesce(entered_by, '(stream)'), coalesce(moved_at, 'infinity'));
drop index observation_by_sender;
-- Finds what a device put aside.
create index quarantine_by_device on quarantine (device_id) where state = 'open' and device_id is not null;
