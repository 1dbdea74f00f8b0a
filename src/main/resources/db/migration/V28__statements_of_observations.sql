-- The statement of another system that an observation is a part of, so that a reader learns how final it is and which
-- identifier its sender gave it. Written by the monitor. Rows from before this version have none.
alter table observation add column if not exists source_key bytea;

-- Whoever replaces a version of a statement says which one (If-Match). Only one of those who name the same version may
-- replace it. Written by ingest.
alter table source_entry add column if not exists claimed_version int;
alter table source_entry add column if not exists claimed_token bytea;
alter table source_entry add column if not exists claimed_at timestamptz;
