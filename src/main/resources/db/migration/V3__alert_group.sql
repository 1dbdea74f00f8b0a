-- Alerts of one patient that tell one event form a group: one speaks, the others are listed under it. Written by the
-- monitor. An alert of a group that speaks no more is empty here again.
alter table alert add column grouped_under uuid;
-- Of the one that speaks: the titles of the others.
alter table alert add column also text[];
-- Why it ended, where its condition has not cleared: 'passed', 'repeated', 'discharged', 'died'.
alter table alert add column resolution text;
create index alert_grouped on alert (grouped_under) where state <> 'resolved' and grouped_under is not null;

-- An alert as the contract writes it: the log, the topic and the API tell the same.
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
        'resolution', a.resolution,
        'groupedUnder', a.grouped_under,
        'also', to_jsonb(a.also),
        'observationId', a.observation_id,
        'escalation', jsonb_build_object('level', a.escalation_level, 'nextAt', instant_json(a.next_escalation_at))))
        || case when a.grade is null then '{}' else jsonb_build_object('grade', a.grade) end;
