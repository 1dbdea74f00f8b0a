-- Written by serve: who opened which patient's record without working for the ward, why, and until when. Never changed.
create table emergency_access (
    id         uuid primary key,
    username   text        not null,
    patient_id text        not null,
    reason     text        not null,
    granted_at timestamptz not null,
    until      timestamptz not null
);
create index emergency_access_open on emergency_access (username, patient_id, until);

-- The patients whom an answer showed beside the one that the entry is about: a list or a board shows many. Sealed with
-- the entry where there are any.
alter table audit add column shown varchar[];
create index audit_by_shown on audit using gin (shown) where shown is not null;
