-- Changes are followed in their order. Writers wait while an index is built: on a large table add the column and build the
-- index before, concurrently.
set local statement_timeout = '15min';
create index if not exists observation_by_update on observation ((coalesce(last_updated, received_at)));
create index if not exists grade_change_by_update on grade_change ((coalesce(last_updated, known_at)));
create index if not exists alert_by_update on alert ((coalesce(last_updated, raised_at))) where patient_id is not null;
create index if not exists stay_by_update on stay ((coalesce(last_updated, received_at)), id) where visit is not null;
