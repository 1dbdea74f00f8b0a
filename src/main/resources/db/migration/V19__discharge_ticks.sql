-- Written by serve. What a person said about a line of the list before the patient goes home. Nothing is changed
-- afterwards: another tick is another row, and the newest counts.
create table discharge_tick (
    id         uuid primary key,
    episode_id uuid        not null references episode (id),
    -- The id of the line, such as 'D-10'.
    line       text        not null,
    done       boolean     not null,
    ticked_at  timestamptz not null,
    ticked_by  text        not null,
    note       text
);
create index discharge_tick_by_episode on discharge_tick (episode_id);
