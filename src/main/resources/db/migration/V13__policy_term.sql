-- Which numbers were in force since when: what was graded before a change keeps the numbers it was graded with. The first
-- are in force since ever.
create table policy_term (
    since   timestamptz primary key,
    version text        not null,
    numbers jsonb       not null
);
