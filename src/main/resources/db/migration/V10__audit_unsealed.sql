-- Written by a trigger with each entry of the audit trail, and deleted by audit once the entry is sealed: finding what to
-- seal costs the same however long the trail is. A release that does not know the table leaves rows of sealed entries,
-- which the next seal deletes.
create table audit_unsealed (
    number bigint primary key
);

create function audit_awaits_its_seal() returns trigger language plpgsql as $$
begin
    insert into audit_unsealed select number from written;
    return null;
end
$$;
create trigger audit_unsealed after insert on audit
    referencing new table as written for each statement execute function audit_awaits_its_seal();

-- No entry that waits is further behind the last sealed one: a transaction cannot stay open for so many entries. Without
-- this bound the table would be locked for as long as the whole trail is searched.
insert into audit_unsealed
select number from audit
where number > coalesce((select number from audit_link order by position desc limit 1), 0) - 100000
    and not exists (select from audit_link where audit_link.number = audit.number);
