-- Two numbers of one patient: records under old_id are read as the patient into_id, from known_at until ended_at. Written by
-- serve (the request, and its taking back) and the monitor (what has come of it). Nothing else names another number for it.
create table patient_merge (
    id             uuid primary key,
    old_id         text        not null,
    into_id        text        not null,
    asked_at       timestamptz not null,
    asked_by       text        not null,
    reason         text        not null,
    -- Since when the partition of old_id sends on what comes for it.
    handed_over_at timestamptz,
    -- Knowledge time: from when the two are one patient, and until when.
    known_at       timestamptz,
    end_asked_at   timestamptz,
    end_asked_by   text,
    end_reason     text,
    ended_at       timestamptz,
    check (old_id <> into_id)
);
-- A number is read as one other at most.
create unique index patient_merge_standing on patient_merge (old_id) where ended_at is null;
create index patient_merge_by_old on patient_merge (old_id);
create index patient_merge_by_into on patient_merge (into_id);

-- The number that stands for the patient whom a number is read as.
create function patient_of(number text) returns text stable parallel safe language sql
    return coalesce((
        select into_id from patient_merge where old_id = number and known_at is not null and ended_at is null), number);

-- All numbers of that patient, the one that stands first.
create function numbers_of(number text) returns text[] stable parallel safe language sql
    return array[patient_of(number)] || coalesce((
        select array_agg(old_id order by old_id) from patient_merge
        where into_id = patient_of(number) and known_at is not null and ended_at is null), '{}');

-- Whether a user has opened a patient's record in an emergency, and has time left. It opens what it opened when it was
-- granted: a merge, or its end, ends it.
create function emergency_opens(name text, number text) returns boolean stable parallel safe language sql
    return exists (
        select from emergency_access e
        where e.username = name and e.patient_id = patient_of(number) and e.until > clock_timestamp()
            and not exists (
                select from patient_merge m
                where (m.old_id = e.patient_id or m.into_id = e.patient_id)
                    and (m.known_at >= e.granted_at or m.ended_at >= e.granted_at)));
