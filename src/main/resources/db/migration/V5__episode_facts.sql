-- The first infusion of each episode: no two episodes of a patient have the same. Written with the admission, and by the
-- monitor when it is corrected. Episodes that had the same before this table was made keep it; the newest of them
-- stands here, and another is refused.
create table first_infusion (
    patient_id text        not null,
    infused_at timestamptz not null,
    episode_id uuid        not null unique references episode (id) on delete cascade,
    primary key (patient_id, infused_at)
);
insert into first_infusion (patient_id, infused_at, episode_id)
    select distinct on (patient_id, infused_at) patient_id, infused_at, id from episode
    order by patient_id, infused_at, status = 'active' desc, admitted_at desc;

-- Each version of what was told at admission, with the time it became known. The first is written with the first
-- change. The newest stands in episode, too. Written by the monitor.
create table episode_version (
    episode_id  uuid        not null references episode (id) on delete cascade,
    received_at timestamptz not null,
    -- name, birthDate, sex, weight, product, infusedAt, infusions: as the contract writes them.
    content     jsonb       not null,
    -- 'admission', 'correction', 'infusion'
    cause       text        not null,
    reason      text,
    entered_by  text        not null,
    -- The change that brought it, so that a repeat is known; none for the first.
    change_id   uuid unique,
    primary key (episode_id, received_at)
);

-- A birth date of which only the year or the month is known, as it was written: '1957', '1957-06'. birth_date is then
-- the day that the rules count from.
alter table episode add column birth_date_given text;
-- Further infusions of the same therapy: [{at, product?, note?, enteredBy}].
alter table episode add column infusions jsonb not null default '[]';
-- An admission made in error. Its status is 'ended'.
alter table episode add column voided_at timestamptz;
alter table episode add column voided_by text;
alter table episode add column void_reason text;

-- Which episode an observation belongs to follows from when each episode was, no longer from the infusions alone: who
-- was admitted more than once is sorted and graded again.
insert into outbox (topic, key, value)
    select 'vigil.observations', patient_id,
        jsonb_build_object('kind', 'episode-admitted', 'episodeId', id, 'patientId', patient_id)::text
    from episode newest
    where status = 'active' and exists (
        select from episode other where other.patient_id = newest.patient_id and other.id <> newest.id);
