-- Vigil's truth. Times are instants to the microsecond; "received" is knowledge time, "effective" is clinical time.
-- Every table has one writer, named in its comment.

create extension if not exists btree_gist;

-- Written by the monitor: the compare-and-set of (epoch, next_offset) is the first statement of each batch.
create table stream_partition (
    topic           text   not null,
    partition       int    not null,
    topic_id        text   not null,
    epoch           bigint not null default 0,
    owner           text,
    first_offset    bigint not null,
    next_offset     bigint not null,
    applied         bigint not null default 0,
    duplicate       bigint not null default 0,
    quarantined     bigint not null default 0,
    -- Offsets that hold no record: the marks that another system's transactions leave, and what those took back.
    markers         bigint not null default 0,
    -- The leader of the partition under whom its last applied record was written, and for which next offset that was noted. It shows
    -- that the end of the log was lost and written anew. Null where no record was ever applied. Whoever moves a partition on without
    -- noting the leader, a person for example, leaves a leader_epoch_at that says nothing of the new place.
    leader_epoch    int,
    leader_epoch_at bigint,
    primary key (topic, partition),
    -- Conservation: nothing accepted is ever dropped.
    check (next_offset - first_offset = applied + duplicate + quarantined + markers)
);

-- Written by serve (admission, move, discharge); grading_unavailable, graded_to and next_change_at by the monitor.
create table episode (
    id                  uuid primary key,
    patient_id          text        not null,
    name                text,
    birth_date          date        not null,
    sex                 text,
    weight_kg           numeric,
    ward                text        not null,
    bed                 text        not null,
    product             text        not null,
    indication          text,
    infused_at          timestamptz not null,
    journey             jsonb       not null default '[]',
    status              text        not null default 'active' check (status in ('active', 'ended')),
    admitted_at         timestamptz not null,
    admitted_by         text        not null,
    ended_at            timestamptz,
    discharge_note      text,
    grading_unavailable text,
    -- How far the recorded history of grades has been told, and when a grade will change by itself.
    graded_to           timestamptz,
    next_change_at      timestamptz
);
create unique index episode_one_active on episode (patient_id) where status = 'active';
create index episode_by_patient on episode (patient_id, infused_at);
create index episode_by_ward on episode (ward) where status = 'active';
create index episode_newest on episode (infused_at, id);
-- Retention finds by it what is old enough to go.
create index episode_ended on episode (ended_at) where status = 'ended';

-- Each version of a baseline with the time it became known; the first is written at admission, later ones by the monitor.
create table baseline (
    episode_id  uuid        not null references episode (id),
    received_at timestamptz not null,
    content     jsonb       not null,
    entered_by  text        not null,
    -- The change that brought it, so that a repeat is known; none for the first.
    change_id   uuid unique,
    primary key (episode_id, received_at)
);

-- Written by the monitor. The unique id of everything ever accepted, and what became of it.
create table observation_identity (
    id           text primary key,
    content_hash bytea       not null,
    patient_id   text,
    effective_at timestamptz not null,
    kind         text        not null,
    state        text        not null check (state in ('applied', 'quarantined')),
    detail       text
);

-- Written by the monitor. Which episode an observation belongs to follows from patient and effective time:
-- the latest infused at or before it, else the earliest.
create table observation (
    patient_id   text        not null,
    effective_at timestamptz not null,
    id           text        not null,
    kind         text        not null,
    received_at  timestamptz not null,
    -- The canonical wire form: the kind's own fields in canonical units, without id, patient and times.
    content      jsonb       not null,
    device_id    text,
    entered_by   text,
    -- False when dated more than two minutes after its receipt: kept, alerted, never graded.
    graded       boolean     not null,
    -- When the first retraction of it was received.
    retracted_at timestamptz,
    -- From which network address it was entered. What machines post is not in the audit trail: this row is its record.
    entered_from text,
    primary key (patient_id, effective_at, id)
);
create index observation_entries on observation (patient_id, received_at) where kind in ('attribution', 'retraction', 'death');
-- What is charted by hand or comes from the laboratory is rare beside the vital signs, and listed by kind.
create index observation_charted on observation (patient_id, kind, effective_at, id) where kind <> 'vital-signs';

-- Written by the monitor. A retraction may arrive before its target.
create table retraction (
    target_id     text        not null,
    retraction_id text        not null,
    patient_id    text        not null,
    received_at   timestamptz not null,
    -- The role it was entered in, which needs the right to enter the target; none from another system.
    entered_role  text,
    primary key (target_id, retraction_id)
);

-- Written by the monitor. A chart as it stood after all observations up to as_of that were received by known_at;
-- deleted when something received later reaches back to as_of or before.
create table checkpoint (
    episode_id     uuid        not null references episode (id),
    as_of          timestamptz not null,
    known_at       timestamptz not null,
    policy_version text        not null,
    observations   bigint      not null,
    chart          jsonb       not null,
    primary key (episode_id, as_of)
);

-- Written by the monitor, append-only but for superseded_at: the history of grades as it was told.
create table grade_change (
    number         bigint generated always as identity primary key,
    episode_id     uuid        not null references episode (id),
    patient_id     text        not null,
    syndrome       text        not null check (syndrome in ('crs', 'icans')),
    at             timestamptz not null,
    previous       smallint,
    grade          smallint,
    -- 'observation', 'time', 'baseline', 'policy'
    cause          text        not null,
    observation_id text,
    -- Knowledge time: from when it was told so, and until when.
    known_at       timestamptz not null,
    superseded_at  timestamptz,
    -- The entry that told it otherwise.
    superseded_by  text,
    -- It changed what had been told before by more than time passing.
    amendment      boolean     not null default false,
    -- The late or correcting entry that did.
    amended_by     text,
    rule_set       text        not null,
    policy_version text        not null
);
create index grade_change_told on grade_change (episode_id, syndrome, at) where superseded_at is null;
create index grade_change_by_time on grade_change (patient_id, at, number);

-- Written by the monitor (raise, escalate, resolve) and serve (acknowledge). Never deleted.
create table alert (
    id                 uuid primary key,
    episode_id         uuid references episode (id),
    patient_id         text,
    ward               text,
    bed                text,
    type               text        not null,
    priority           text        not null check (priority in ('high', 'medium', 'low')),
    title              text        not null,
    detail             text        not null,
    -- What the alert is about: one open alert per condition.
    condition          text        not null,
    raised_at          timestamptz not null,
    effective_at       timestamptz not null,
    state              text        not null check (state in ('open', 'acknowledged', 'resolved')),
    acknowledged_by    text,
    acknowledged_at    timestamptz,
    acknowledged_until timestamptz,
    note               text,
    resolved_at        timestamptz,
    escalation_level   int         not null default 0,
    next_escalation_at timestamptz,
    -- The grade that raised it, pinned.
    grade              jsonb,
    observation_id     text,
    -- The sequence of its latest event.
    sequence           bigint      not null default 0,
    -- The row of the table of alerts that raised it; by that it escalates and settles.
    rule               text,
    -- When it is resolved if its condition stays gone until then; absent while it stands.
    clears_at          timestamptz
);
create index alert_open on alert (ward, state) where state <> 'resolved';
create index alert_by_patient on alert (patient_id, raised_at);
create index alert_by_sequence on alert (sequence);
create index alert_newest on alert (raised_at, id);
create unique index alert_one_unresolved on alert (episode_id, condition) where state <> 'resolved';
-- The service itself has one alert of a condition, whoever notices first.
create unique index alert_one_technical on alert (condition) where state <> 'resolved' and condition like 'technical:%';
create index alert_escalating on alert (next_escalation_at) where state = 'open';
create index alert_clearing on alert (clears_at) where clears_at is not null;
create index alert_expiring on alert (acknowledged_until) where state = 'acknowledged';

-- The event log of alerts. The sequence is given under the lock of the one row of alert_sequence, as the last
-- statement before commit: strictly increasing in order of commit, without gaps.
create table alert_sequence (
    only_row boolean primary key default true check (only_row),
    last     bigint not null default 0
);
insert into alert_sequence default values;
create table alert_event (
    sequence bigint primary key,
    alert_id uuid        not null references alert (id),
    event    text        not null check (event in ('raised', 'acknowledged', 'escalated', 'resolved')),
    ward     text,
    at       timestamptz not null,
    alert    jsonb       not null
);
create index alert_event_by_alert on alert_event (alert_id);

-- An instant as the contract writes it.
create function instant_json(at timestamptz) returns text immutable parallel safe language sql
    return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- An alert as the contract writes it: the log, the topic and the API tell the same.
create function alert_json(a alert) returns jsonb stable language sql
    return jsonb_strip_nulls(jsonb_build_object(
        'sequence', a.sequence,
        'id', a.id,
        'episodeId', a.episode_id,
        'patientId', a.patient_id,
        'ward', a.ward,
        'bed', a.bed,
        'type', a.type,
        'rule', a.rule,
        'priority', a.priority,
        'title', a.title,
        'detail', a.detail,
        'raisedAt', instant_json(a.raised_at),
        'effectiveAt', instant_json(a.effective_at),
        'state', a.state,
        'acknowledgedBy', a.acknowledged_by,
        'acknowledgedAt', instant_json(a.acknowledged_at),
        'acknowledgedUntil', instant_json(a.acknowledged_until),
        'note', a.note,
        'resolvedAt', instant_json(a.resolved_at),
        'observationId', a.observation_id,
        'escalation', jsonb_build_object('level', a.escalation_level, 'nextAt', instant_json(a.next_escalation_at))))
        || case when a.grade is null then '{}' else jsonb_build_object('grade', a.grade) end;

-- A change of a grade as the topic of grades carries it.
create function grade_change_json(g grade_change) returns jsonb stable language sql
    return jsonb_strip_nulls(jsonb_build_object(
        'number', g.number,
        'patientId', g.patient_id,
        'episodeId', g.episode_id,
        'syndrome', g.syndrome,
        'at', instant_json(g.at),
        'knownAt', instant_json(g.known_at),
        'supersededAt', instant_json(g.superseded_at),
        'supersededBy', g.superseded_by,
        'cause', g.cause,
        'observationId', g.observation_id,
        'amendment', g.amendment,
        'amendedBy', g.amended_by,
        'ruleSet', g.rule_set,
        'policyVersion', g.policy_version))
        || jsonb_build_object('previous', g.previous, 'grade', g.grade);

-- Armed by the monitor: exactly one row per kind and subject; claimed with SKIP LOCKED on the database's clock. Timers of absence
-- belong to no partition (-1): any monitor fires them, even while the stream stands still.
create table timer (
    kind      text        not null,
    subject   text        not null,
    partition int         not null,
    due_at    timestamptz not null,
    primary key (kind, subject)
);
create index timer_due on timer (due_at);

-- Written with the fact it tells, relayed to Kafka by the monitor in order of number, then deleted.
create table outbox (
    number     bigint generated always as identity primary key,
    topic      text        not null,
    key        text,
    value      text        not null,
    created_at timestamptz not null default clock_timestamp()
);

-- Written by the monitor (in) and serve (release, discard). Nothing accepted is ever dropped.
create table quarantine (
    id             uuid primary key,
    partition      int         not null,
    "offset"       bigint      not null,
    received_at    timestamptz not null,
    reason         text        not null,
    detail         text        not null,
    key            bytea,
    value          bytea,
    observation_id text,
    patient_id     text,
    device_id      text,
    state          text        not null default 'open' check (state in ('open', 'released', 'discarded')),
    settled_by     text,
    settled_at     timestamptz,
    note           text,
    -- Whether key and value are encrypted with `vigil.quarantine.key`; without a key they are kept as they are.
    sealed         boolean     not null default false
);
create index quarantine_open on quarantine (reason, patient_id) where state = 'open';
create index quarantine_by_observation on quarantine (observation_id);
create index quarantine_newest on quarantine (received_at, id);
create index quarantine_by_patient on quarantine (patient_id) where patient_id is not null;

-- Written by serve. A device belongs to one patient at a time.
create table device_binding (
    id         uuid primary key,
    device_id  text        not null,
    patient_id text        not null,
    valid      tstzrange   not null,
    bound_by   text        not null,
    unbound_by text,
    -- How long the device may say nothing; absent: as long as the setting says.
    silent_after_seconds int check (silent_after_seconds > 0),
    exclude using gist (device_id with =, valid with &&)
);

-- Written by serve. A check is not asked for, for a reason and until an end.
create table check_pause (
    id          uuid primary key,
    episode_id  uuid        not null references episode (id),
    "check"     text        not null,
    reason      text        not null,
    note        text,
    paused_from timestamptz not null,
    until       timestamptz not null check (until > paused_from),
    paused_by   text        not null,
    -- Taken back before its end.
    ended_at    timestamptz,
    ended_by    text
);
create index check_pause_by_episode on check_pause (episode_id);

-- Written by account.
create table account (
    username      text primary key,
    role          text        not null,
    password_hash text        not null,
    -- Absent: every ward.
    wards         text[],
    device_id     text,
    created_at    timestamptz not null,
    revoked_at    timestamptz
);

-- Written by account. A token counts as long as its row stands: an account's lasting one, or one sign-in to the pages.
create table credential (
    id         uuid primary key,
    username   text        not null references account (username),
    expires_at timestamptz not null
);
create index credential_by_account on credential (username);

-- Written by signin. Who is signed in to the pages by the hospital's identity provider: it holds as long as its row stands.
create table page_session (
    id         bytea       primary key,
    username   text        not null,
    role       text        not null,
    wards      text[],
    expires_at timestamptz not null
);

-- Written by the monitor at start. Which numbers were in force since when: what was graded before a change keeps the numbers it was
-- graded with. The first are in force since ever.
create table policy_term (
    since   timestamptz primary key,
    version text        not null,
    numbers jsonb       not null
);

-- Written by serve, from observations: the extremes of a vital sign in each minute of an hour, so that two weeks of
-- readings a second are drawn without reading them all. Right for every hour that is not marked stale.
create table vital_hour (
    patient_id text        not null,
    hour       timestamptz not null,
    sign       text        not null,
    plausible  boolean     not null,
    -- For each minute that has any: lowest, its time, highest, its time; 8 bytes each, times in microseconds since 1970.
    extremes   bytea       not null,
    primary key (patient_id, hour, sign, plausible)
);

-- The hours whose vital signs changed since they were summed up. The mark is locked with each change of its hour:
-- whoever sums it up anew takes the mark away first, and so sees either the change or a new mark.
create table vital_stale (
    patient_id text        not null,
    hour       timestamptz not null,
    primary key (patient_id, hour)
);

create function mark_vitals_stale() returns trigger language plpgsql as $$
begin
    insert into vital_stale as mark
    select distinct patient_id, date_trunc('hour', effective_at, 'UTC') from changed where kind = 'vital-signs'
    order by 1, 2
    on conflict (patient_id, hour) do update set hour = excluded.hour where false;
    return null;
end $$;
create trigger vitals_added after insert on observation
    referencing new table as changed for each statement execute function mark_vitals_stale();
create trigger vitals_retracted after update on observation
    referencing new table as changed for each statement execute function mark_vitals_stale();

-- Written by serve. Where alerts are delivered; the secret signs them.
create table webhook (
    id         uuid primary key,
    url        text        not null,
    -- Absent: every ward, every priority.
    ward       text,
    priorities text[],
    secret     text        not null,
    created_by text        not null,
    created_at timestamptz not null,
    removed_by text,
    removed_at timestamptz
);

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
-- Retention finds by these what was told of a patient, and what was told of nobody (any more) for long enough.
create index webhook_delivery_by_patient on webhook_delivery (patient_id) where patient_id is not null;
create index webhook_delivery_of_nobody on webhook_delivery (settled_at) where patient_id is null;

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

-- Written by serve: who opened which patient's record without working for the ward, why, and until when. Never changed.
create table emergency_access (
    id         uuid primary key,
    username   text        not null,
    patient_id text        not null,
    reason     text        not null,
    granted_at timestamptz not null,
    until      timestamptz not null
);
create index emergency_access_open on emergency_access (username, patient_id, until);

-- Written by audit, in the transaction an entry describes where there is one. Who did or saw what, of which patient,
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
    reason     text,
    -- The patients whom an answer showed beside the one that the entry is about: a list or a board shows many. Sealed with the entry
    -- where there are any.
    shown      varchar[]
);
create index audit_by_patient on audit (patient_id, number) where patient_id is not null;
create index audit_by_actor on audit (actor, number);
create index audit_by_time on audit (at);
create index audit_by_shown on audit using gin (shown) where shown is not null;

-- Written by audit, a moment after the entry: each link's hash is over the hash before it and the entry, so that no entry
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
