-- What registration systems say about patients, their stays and their numbers. None of it makes or changes an episode by itself: a round of
-- the monitor applies it. Written by ingest; due_at, applied_at and discharged also by the monitor.

create table stay (
    id            bigint generated always as identity primary key,
    -- The account that reported it. Two senders may use one number of a visit.
    sender        text        not null,
    -- Absent: what was said about the patient and no visit.
    visit         text,
    patient_id    text        not null,
    -- As the sender names it.
    location      text,
    -- The ward that the location means; absent if it is not mapped.
    ward          text,
    bed           text,
    class         text,
    -- A year, a month or a day.
    birth_date    text,
    family        text,
    given         text,
    sex           text,
    begins_at     timestamptz,
    ends_at       timestamptz,
    state         text        not null check (state in ('planned', 'open', 'ended', 'cancelled')),
    -- The times of events: of the newest one, and of those that said the place, the state, the birth date and the death.
    changed_at    timestamptz not null,
    placed_at     timestamptz,
    state_at      timestamptz not null,
    birth_date_at timestamptz,
    dead_at       timestamptz,
    reported_from text        not null,
    received_at   timestamptz not null,
    -- When the monitor is to look at it; absent: nothing has changed since it did.
    due_at        timestamptz,
    applied_at    timestamptz,
    -- The episode that the end of the stay has ended.
    discharged    uuid
);
create unique index stay_by_visit
    on stay (sender, coalesce(visit, ''), (case when visit is null then patient_id else '' end));
create index stay_by_patient on stay (patient_id);
create index stay_open_by_ward on stay (ward_fold(ward)) where state = 'open' and ward is not null;
create index stay_due on stay (due_at) where due_at is not null;

-- What registration systems say about two numbers: that they are one patient, or two.
create table reported_merge (
    id            bigint generated always as identity primary key,
    sender        text        not null,
    old_id        text        not null,
    into_id       text        not null,
    -- False: the two are two patients.
    joined        boolean     not null,
    changed_at    timestamptz not null,
    reported_from text        not null,
    received_at   timestamptz not null,
    due_at        timestamptz,
    applied_at    timestamptz,
    unique (sender, old_id, into_id, joined, changed_at)
);
create index reported_merge_by_old on reported_merge (old_id);
create index reported_merge_by_into on reported_merge (into_id);
create index reported_merge_due on reported_merge (due_at) where due_at is not null;

-- Infusions of CAR-T cells that other systems report, by their source keys. The monitor admits the patient.
create table reported_infusion (
    -- In hexadecimal.
    key           text primary key,
    sender        text        not null,
    patient_id    text        not null,
    product       text        not null,
    infused_at    timestamptz not null,
    reported_from text        not null,
    received_at   timestamptz not null,
    due_at        timestamptz,
    applied_at    timestamptz
);
create index reported_infusion_by_patient on reported_infusion (patient_id);
create index reported_infusion_due on reported_infusion (due_at) where due_at is not null;

-- When the patient was moved last, by a person or by the registration; absent if never, and where a pod of the version
-- before moved the patient. An event of registration that is older moves nobody.
alter table episode add column placed_at timestamptz;
