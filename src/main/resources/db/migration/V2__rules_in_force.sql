-- Which rule set was in force since when, and its numbers. Written by the monitor that first runs them. The numbers of
-- ASTCT-2019/1 stand in policy_term, which monitors of that rule set go on reading.
create table rules_in_force (
    since    timestamptz primary key,
    rule_set text  not null,
    version  text  not null,
    numbers  jsonb not null
);

-- How far the history has been told by the rule set that is in force. Where it is not graded_to, a monitor of other
-- rules has told it last.
alter table episode add column rules_graded_to timestamptz;
