-- Subscriptions of other systems in FHIR, and what each is told of.

-- Written by serve when a client makes, changes or deletes a subscription; the numbers also by whoever writes an event, and
-- the state of its deliveries by the monitor.
create table fhir_subscription (
    id                uuid primary key,
    -- The account that made it.
    owner             text        not null,
    -- The keys of the wards that the account could see when it made or changed it; absent: every ward.
    wards             text[],
    topic             text        not null check (topic in ('alert', 'grade')),
    -- The filters as they were sent, and what they mean. Absent: no such filter.
    filters           jsonb       not null,
    patients          text[],
    codes             text[],
    priorities        text[],
    filter_wards      text[],
    reason            text        not null,
    endpoint          text        not null,
    -- The headers of each message, one a line, sealed as records in quarantine are. Never given out.
    headers           bytea,
    sealed            boolean     not null,
    content           text        not null check (content in ('empty', 'id-only', 'full-resource')),
    heartbeat_seconds int,
    timeout_seconds   int,
    max_count         int,
    ends_at           timestamptz,
    -- The address of our service as its client used it.
    base              text        not null,
    status            text        not null check (status in ('requested', 'active', 'error', 'off')),
    -- What went wrong last.
    fault             text,
    version           int         not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    removed_at        timestamptz,
    removed_by        text,
    -- When its receiver first accepted a handshake. From then on its events have numbers.
    started_at        timestamptz,
    -- The number of its last event, and of the last one that the receiver accepted.
    last_number       bigint      not null default 0,
    delivered_number  bigint      not null default 0,
    -- Failed attempts since the last success, and the first of them.
    attempts          int         not null default 0,
    failing_since     timestamptz,
    -- Nothing is sent before; while a message is under way, when another courier may.
    due_at            timestamptz not null,
    -- The message that is under way.
    lease             uuid,
    -- When the receiver last accepted a message.
    told_at           timestamptz
);
create index fhir_subscription_standing on fhir_subscription (topic) where removed_at is null;
create index fhir_subscription_by_owner on fhir_subscription (owner, created_at) where removed_at is null;

-- Written in the transaction that writes the event of an alert or the change of a grade. The numbers of a subscription
-- have no gaps and are in the order of the commits; retention and the removal of a patient delete rows.
create table fhir_event (
    subscription_id uuid        not null references fhir_subscription (id),
    number          bigint      not null,
    -- What it tells of: an event of an alert, or an entry of the history of grades.
    sequence        bigint references alert_event (sequence),
    grade_number    bigint,
    -- 'raised', 'acknowledged', 'escalated', 'resolved'; 'recorded', 'superseded'
    event           text        not null,
    patient_id      text        not null,
    -- Of the alert, or of the episode, at that time.
    ward            text,
    at              timestamptz not null,
    delivered_at    timestamptz,
    primary key (subscription_id, number),
    check ((sequence is null) <> (grade_number is null))
);
create index fhir_event_by_patient on fhir_event (patient_id);
create index fhir_event_by_time on fhir_event (at);

-- Whether a subscription is told of what concerns a patient in a ward. A subscription of one of our own accounts ends with the
-- account, and sees no more wards than the account does now.
create function subscription_includes(s fhir_subscription, number text, place text) returns boolean stable language sql
    return s.removed_at is null and s.started_at is not null and s.status <> 'off'
        and (s.ends_at is null or s.ends_at > clock_timestamp())
        and (s.wards is null or coalesce(ward_fold(place) = any(s.wards), false))
        and (s.filter_wards is null or coalesce(ward_fold(place) = any(s.filter_wards), false))
        and (s.patients is null or s.patients && numbers_of(number))
        and not exists (
            select from account a
            where a.username = s.owner and (a.revoked_at is not null or (a.wards is not null and not coalesce((
                select bool_or(ward_fold(w) = ward_fold(place)) from unnest(a.wards) as w), false))));
