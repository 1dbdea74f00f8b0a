-- How retention finds what is old enough to go.
create index episode_ended on episode (ended_at) where status = 'ended';
create index alert_event_by_alert on alert_event (alert_id);
create index quarantine_by_patient on quarantine (patient_id) where patient_id is not null;
