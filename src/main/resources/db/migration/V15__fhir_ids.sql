-- The part of an observation's id in FHIR that does not depend on the resource: 20 bytes of the SHA-256 of its sender and
-- its id, by the same rule as health.vigil.fhirview.ResourceIds. Every function in it is immutable, so that the planner
-- replaces a call by its body.
create function fhir_key(sender text, id text) returns bytea immutable parallel safe language sql
    return substring(sha256(decode(replace(length(sender)::text || ':' || sender || id, '\', '\\'), 'escape')) from 1 for 20);

-- Finds an observation by its id in FHIR. Writers wait while the index is built: on a large table build it before,
-- concurrently.
set local statement_timeout = '15min';
create index if not exists observation_by_fhir_key on observation (fhir_key(coalesce(entered_by, '(stream)'), id));
