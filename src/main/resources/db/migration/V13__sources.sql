-- Statements of other systems, known by their source keys (law 14). Written by the monitor.

create table source_entry (
    key         bytea primary key,
    sender      text not null,
    type        text not null,
    -- By what the sender recognises the statement.
    business_id text not null,
    -- The sender's own id in its last PUT, if the statement is recognised by something else.
    logical_id  text,
    -- The patient of the revision that stands; absent if none was ever applied.
    patient_id  text,
    -- The revision that stands. It may be a withdrawal, and then nothing stands.
    standing    int  not null
);
create index source_entry_by_patient on source_entry (patient_id) where patient_id is not null;
create index source_entry_by_sender on source_entry (sender, business_id);
create index source_entry_by_logical_id on source_entry (sender, logical_id) where logical_id is not null;

create table source_revision (
    key          bytea       not null references source_entry (key) on delete cascade,
    -- From 1, in the order in which the monitor met them.
    revision     int         not null,
    token        bytea       not null,
    status       text        not null,
    -- Whether it replaces whatever stands: a PUT.
    replaces     boolean     not null,
    issued       timestamptz,
    effective_at timestamptz,
    received_at  timestamptz not null,
    -- What it says something about, for instance ["lab-result/crp"].
    codes        jsonb       not null,
    -- By name: the hash of each part, the observation that stands for it, and that one's hash.
    parts        jsonb       not null,
    primary key (key, revision),
    unique (key, token)
);
