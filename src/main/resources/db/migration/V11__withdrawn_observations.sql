-- Finds when an observation of a patient was last withdrawn: checkpoints without it answer no question about the time
-- before. Writers wait while the index is built: on a large table build it before, concurrently.
set local statement_timeout = '15min';
create index if not exists observation_withdrawn on observation (patient_id, retracted_at) where retracted_at is not null;
