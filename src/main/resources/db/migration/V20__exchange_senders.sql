-- The systems that send messages: when each was last heard, and what became of what it said. Written by ingest every few
-- seconds; read by a round of the monitor and by serve. It names no patient.
create table exchange_sender (
    sender               text        not null,
    format               text        not null,
    first_heard_at       timestamptz not null,
    heard_at             timestamptz not null,
    -- After how many seconds of silence people are alarmed; absent: never.
    silent_after_seconds bigint,
    taken                bigint      not null,
    duplicate            bigint      not null,
    ignored              bigint      not null,
    unread               bigint      not null,
    refused              bigint      not null,
    -- The last reading whose clock is too late, and the last one that is marked as a demonstration.
    late_clock_at        timestamptz,
    demo_at              timestamptz,
    primary key (sender, format)
);
