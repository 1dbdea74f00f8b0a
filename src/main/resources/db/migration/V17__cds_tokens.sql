-- Written by serve. The tokens with which EHRs signed their calls for cards: each is accepted once, by whichever process
-- it reaches. Rows of expired tokens are deleted by later calls. There is nothing about a patient here.
create table cds_token (
    -- The name of the EHR (vigil.cds.clients).
    client     text        not null,
    -- Its id (jti).
    id         text        not null,
    expires_at timestamptz not null,
    primary key (client, id)
);
create index cds_token_by_expiry on cds_token (expires_at);
