-- The key of a ward's name by the very rule of health.vigil.access.WardName: runs of Unicode white space are one space,
-- and each character alone is folded, so that neither its neighbours nor a language decide. `ward_key` stays for the
-- version before: its white space was PostgreSQL's, its letter case not Java's.
create function ward_fold(name text) returns text immutable parallel safe language sql
    return btrim(lower(upper(regexp_replace(name,
        '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')
        collate "pg_c_utf8")), ' ');
create index episode_by_ward_fold on episode (ward_fold(ward)) where status = 'active';
create index alert_open_by_ward_fold on alert (ward_fold(ward), state) where state <> 'resolved';
