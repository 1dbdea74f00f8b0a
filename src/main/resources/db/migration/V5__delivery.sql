-- What is told to a webhook, and what became of it: who was told what, and when. A row is written with the event it
-- tells; then it is the courier's.
create table webhook_delivery (
    number     bigint generated always as identity primary key,
    webhook_id uuid        not null references webhook (id),
    sequence   bigint      not null references alert_event (sequence),
    patient_id text,
    priority   text        not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up', 'dropped')),
    -- What is told of a patient at once is one message; trying again is the same one.
    message_id uuid,
    attempts   int         not null default 0,
    created_at timestamptz not null,
    -- When it is tried next; while it is being tried, when another courier may.
    due_at     timestamptz not null,
    settled_at timestamptz,
    -- Of the last attempt: the status of the answer, or what went wrong.
    status     int,
    fault      text
);
create index webhook_delivery_due on webhook_delivery (due_at) where state = 'waiting';
create index webhook_delivery_waiting on webhook_delivery (webhook_id, patient_id) where state = 'waiting';
create index webhook_delivery_by_message on webhook_delivery (message_id) where state = 'waiting';
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, number);
create index webhook_delivery_settled on webhook_delivery (webhook_id, settled_at) where state <> 'waiting';
