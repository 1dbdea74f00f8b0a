-- Alerts that are sent to other systems as HL7 messages.

-- Written by the monitor: its settings when it starts, and the state of the connection.
create table hl7_receiver (
    name          text primary key,
    -- Keys of wards; absent: every ward, every priority.
    wards         text[],
    priorities    text[],
    -- Whether the settings still name it.
    active        boolean     not null,
    -- Attempts without an answer since the last one, and the first of them.
    attempts      int         not null default 0,
    failing_since timestamptz,
    -- Nothing is sent before; while a message is under way, when another courier may.
    due_at        timestamptz not null,
    -- The message that is under way.
    lease         uuid
);

-- What is told to a receiver, and what became of it. A row is written with the event that it tells; then it is the
-- courier's.
create table hl7_alarm (
    number     bigint generated always as identity primary key,
    receiver   text        not null references hl7_receiver (name),
    sequence   bigint      not null references alert_event (sequence),
    -- 'raised', 'acknowledged', 'escalated', 'resolved', or 'continue' after an outage
    event      text        not null,
    patient_id text,
    state      text        not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up', 'dropped')),
    refusals   int         not null default 0,
    created_at timestamptz not null,
    settled_at timestamptz,
    fault      text
);
create index hl7_alarm_waiting on hl7_alarm (receiver, number) where state = 'waiting';
create index hl7_alarm_settled on hl7_alarm (receiver, settled_at) where state <> 'waiting';
create index hl7_alarm_by_patient on hl7_alarm (patient_id);
