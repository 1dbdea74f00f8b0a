-- Written by serve. What a person answered to a row of the hospital's protocol. Nothing is changed afterwards: another
-- answer is another row.
create table protocol_answer (
    id            uuid primary key,
    episode_id    uuid        not null references episode (id),
    -- The row, and its words as they were shown.
    row_id        text        not null,
    row_version   text        not null,
    table_version text        not null,
    introduction  text        not null,
    row_text      text        not null,
    -- The begin of the instance that was answered.
    instance_from timestamptz not null,
    response      text        not null,
    answered_at   timestamptz not null,
    answered_by   text        not null,
    done_at       timestamptz,
    planned_for   timestamptz,
    reason        text,
    note          text
);
create index protocol_answer_by_episode on protocol_answer (episode_id);
