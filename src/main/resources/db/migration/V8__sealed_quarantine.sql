-- Whether key and value are encrypted with `vigil.quarantine.key`; what was kept before there was one is not.
alter table quarantine add column sealed boolean not null default false;
