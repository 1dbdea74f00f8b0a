-- Watching at home after the infusion.

-- Written by serve. From when to when a patient of an episode is watched at home. Nothing but its end is changed
-- afterwards. The end of the episode ends it, too.
create table outpatient_watch (
    id          uuid primary key,
    episode_id  uuid        not null references episode (id),
    began_at    timestamptz not null,
    begun_by    text        not null,
    recorded_at timestamptz not null,
    note        text,
    ended_at    timestamptz,
    ended_by    text,
    end_reason  text
);
create unique index outpatient_watch_open on outpatient_watch (episode_id) where ended_at is null;
create index outpatient_watch_by_episode on outpatient_watch (episode_id);

-- The patient for whom a patient or a caregiver enters. Absent for every other role.
alter table account add column patient_id text;
