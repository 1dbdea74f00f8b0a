-- Written by serve. Who followed the stream of alerts, from where to where: together with the log of events, who was
-- told what, and when.
create table alert_listener (
    id            uuid primary key,
    username      text        not null,
    role          text        not null,
    -- Which ward was asked for; absent: all that the user may see.
    ward          text,
    opened_at     timestamptz not null,
    -- The sequence before the first event that was told.
    after         bigint      not null,
    -- The last event that was written to the connection, as of told_at.
    told          bigint      not null,
    told_at       timestamptz not null,
    -- Absent while it is open, or when its process died.
    closed_at     timestamptz
);
create index alert_listener_newest on alert_listener (opened_at, id);
