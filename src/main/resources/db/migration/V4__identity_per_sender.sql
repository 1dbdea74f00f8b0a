-- An observation is known by its sender and the id that this sender gave it: two senders may use the same id. The sender
-- is the account that entered it, or '(stream)' for what was written to the topic and names nobody.

-- Who sent it. Null where a pod of the version before wrote the row: known_observation says who it was.
alter table observation_identity add column sender text;

-- Written by the monitor. What was accepted under an id that another sender had used before, with the same columns as
-- observation_identity, whose key is the id alone for as long as pods of the version before may run.
create table observation_namesake (
    id           text        not null,
    sender       text        not null,
    content_hash bytea       not null,
    patient_id   text,
    effective_at timestamptz not null,
    kind         text        not null,
    state        text        not null check (state in ('applied', 'quarantined')),
    detail       text,
    primary key (id, sender)
);
create index observation_namesake_by_patient on observation_namesake (patient_id);

-- Who sent it; two senders may use one id for one patient and time. No row is written anew. Writers wait while the index
-- is built: on a large table build it before, concurrently.
set local statement_timeout = '15min';
alter table observation add column sender text generated always as (coalesce(entered_by, '(stream)')) virtual;
create unique index if not exists observation_by_sender on observation (patient_id, effective_at, id, coalesce(entered_by, '(stream)'));
alter table observation drop constraint observation_pkey;

-- Everything ever accepted, by sender and id. sender_known is false for what was put aside before senders were kept:
-- it is whose the same content comes from next.
create view known_observation as
    select i.id, coalesce(i.sender, o.sender, '(stream)') as sender,
        (i.sender is not null or o.sender is not null) as sender_known,
        i.content_hash, i.patient_id, i.effective_at, i.kind, i.state, i.detail
    from observation_identity i left join lateral (
        select a.sender from observation a
        where i.sender is null and i.state = 'applied'
            and a.patient_id = i.patient_id and a.effective_at = i.effective_at and a.id = i.id
            and not exists (select from observation_namesake n where n.id = i.id and n.sender = a.sender)
        limit 1) o on true
    union all
    select n.id, n.sender, true, n.content_hash, n.patient_id, n.effective_at, n.kind, n.state, n.detail
    from observation_namesake n;

-- Whose observation a retraction withdraws, and who sent the retraction. The target's is null while it is not known:
-- the retraction named nobody, and its target has not come.
alter table retraction add column target_sender text;
alter table retraction add column sender text;
create unique index retraction_by_sender
    on retraction (target_id, coalesce(target_sender, ''), retraction_id, coalesce(sender, ''));
alter table retraction drop constraint retraction_pkey;
update retraction r set
    sender = (select k.sender from known_observation k where k.id = r.retraction_id),
    target_sender = (select k.sender from known_observation k where k.id = r.target_id and k.state = 'applied');

-- Who sent it; null for what cannot be read, and what is encrypted from before.
alter table quarantine add column sender text;
create function entered_by_of(value bytea) returns text immutable language plpgsql as $$
begin
    return convert_from(value, 'UTF8')::json ->> 'enteredBy';
exception when others then
    return null;
end
$$;
update quarantine set sender = coalesce(entered_by_of(value), '(stream)')
    where observation_id is not null and reason <> 'unreadable' and not sealed;

-- How many records an alert counts, where it counts.
alter table alert add column counted int;
-- One alert of a cause also where the patient has no episode.
create unique index alert_one_of_ids_without_episode on alert (coalesce(patient_id, ''), condition)
    where state <> 'resolved' and episode_id is null and condition like 'id-conflict:%';
