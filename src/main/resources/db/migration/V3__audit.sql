-- Written by access, in the transaction an entry describes where there is one. Who did or saw what, of which patient,
-- when, from where, why, and how it ended. Never changed.
create table audit (
    number     bigint generated always as identity primary key,
    at         timestamptz not null,
    actor      text        not null,
    role       text,
    action     text        not null,
    patient_id text,
    source     text        not null,
    -- The status of the answer.
    outcome    int         not null,
    reason     text
);
create index audit_by_patient on audit (patient_id, number) where patient_id is not null;
create index audit_by_actor on audit (actor, number);
create index audit_by_time on audit (at);

-- Written by access, a moment after the entry: each link's hash is over the hash before it and the entry, so that no entry
-- can be altered, taken out or put in unnoticed. The position is the order of sealing, without gaps.
create table audit_link (
    position bigint primary key,
    number   bigint not null unique,
    hash     bytea  not null
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append-only';
end
$$;
create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_is_append_only();
create trigger audit_link_append_only before update or delete or truncate on audit_link
    for each statement execute function audit_is_append_only();
