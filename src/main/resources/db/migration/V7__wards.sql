-- A name of a ward without what does not tell wards apart: letter case, and how much white space there is.
create function ward_key(name text) returns text immutable parallel safe language sql
    return lower(regexp_replace(btrim(name), '\s+', ' ', 'g') collate "pg_c_utf8");
create index episode_by_ward_key on episode (ward_key(ward)) where status = 'active';
create index alert_open_by_ward_key on alert (ward_key(ward), state) where state <> 'resolved';
