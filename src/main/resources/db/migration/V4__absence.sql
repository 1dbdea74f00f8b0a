-- Absence alarms: what was not done, and who says nothing.

-- Which row of the table of alerts told it; by that it escalates and settles.
alter table alert add column rule text;
-- When it is resolved if its condition stays gone until then; absent while it stands.
alter table alert add column clears_at timestamptz;
update alert set rule = case
    when type in ('crs-grade', 'icans-grade') then replace(condition, ':', '-')
    when type = 'urgent-finding' then split_part(condition, ':', 3)
    when type = 'quarantine' then 'conflicting-observation'
    else type end;
create index alert_clearing on alert (clears_at) where clears_at is not null;
create index alert_expiring on alert (acknowledged_until) where state = 'acknowledged';
-- What is told of the service itself is told once, whoever notices first.
create unique index alert_one_technical on alert (condition) where state <> 'resolved' and condition like 'technical:%';

create or replace function alert_json(a alert) returns jsonb stable language sql
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

-- A device that says nothing for so long is silent; absent: as long as the setting says.
alter table device_binding add column silent_after_seconds int check (silent_after_seconds > 0);

-- Timers of absence belong to no partition: any monitor fires them, even while the stream stands still.
insert into timer (kind, subject, partition, due_at)
    select 'check', id::text, -1, clock_timestamp() from episode where status = 'active'
    union all
    select distinct 'device', device_id, -1, clock_timestamp() from device_binding where upper_inf(valid);
