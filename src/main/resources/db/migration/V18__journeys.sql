-- The journeys of patients' cells, from the referral to the infusion and after it. Written by serve.

-- What the newest entries of a journey say, for lists and for the checks that look at several journeys. The entries alone
-- are the record.
create table journey (
    id         uuid primary key,
    patient_id text        not null,
    -- Where the infusion is planned.
    ward       text        not null,
    state      text        not null,
    coi_id     text,
    lot        text,
    -- When the next step is planned; absent: no date.
    next_at    timestamptz,
    -- The episode that its infusion opened. It names episodes without a constraint, so that pods of the version before can remove them.
    episode_id uuid,
    created_at timestamptz not null,
    created_by text        not null
);
create index journey_by_patient on journey (patient_id);
create index journey_by_coi on journey (lower(coi_id)) where coi_id is not null;
create index journey_by_lot on journey (lower(lot)) where lot is not null;
create index journey_by_next on journey (coalesce(next_at, '9999-12-31T00:00:00Z'::timestamptz), id);
create unique index journey_by_episode on journey (episode_id) where episode_id is not null;

-- What was recorded about a journey. Nothing is changed afterwards: what is corrected is another entry.
create table journey_entry (
    number       bigint generated always as identity primary key,
    id           uuid        not null unique,
    journey_id   uuid        not null references journey (id),
    kind         text        not null,
    effective_at timestamptz not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    reason       text,
    -- As it was sent; of facts the changes (RFC 7396).
    content      jsonb       not null
);
create index journey_entry_by_journey on journey_entry (journey_id, number);
