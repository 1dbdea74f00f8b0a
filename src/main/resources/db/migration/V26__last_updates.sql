-- When a row was last changed in a way that FHIR gives out, by the clock of the database. A row from before this version
-- has none, and counts as changed when it was received. No row is written anew.
alter table observation add column if not exists last_updated timestamptz;
alter table observation alter column last_updated set default clock_timestamp();
alter table grade_change add column if not exists last_updated timestamptz;
alter table grade_change alter column last_updated set default clock_timestamp();
alter table alert add column if not exists last_updated timestamptz;
alter table alert alter column last_updated set default clock_timestamp();
alter table episode add column if not exists last_updated timestamptz;
alter table episode alter column last_updated set default clock_timestamp();
alter table stay add column if not exists last_updated timestamptz;
alter table stay alter column last_updated set default clock_timestamp();

create function set_last_updated() returns trigger language plpgsql as $$
begin
    new.last_updated := clock_timestamp();
    return new;
end $$;

create trigger observation_updated before update on observation for each row execute function set_last_updated();
create trigger grade_change_updated before update on grade_change for each row execute function set_last_updated();
create trigger alert_updated
    before update of patient_id, ward, priority, title, detail, raised_at, state, resolved_at, resolution, escalation_level,
        sequence, observation_id on alert
    for each row execute function set_last_updated();
create trigger stay_updated
    before update of patient_id, location, ward, bed, class, begins_at, ends_at, state on stay
    for each row execute function set_last_updated();
-- The monitor notes with every reading how far an episode is graded: that changes nothing that is given out.
create trigger episode_updated before update on episode for each row
    when ((old.patient_id, old.name, old.birth_date, old.birth_date_given, old.sex, old.ward, old.product, old.infused_at,
            old.infusions, old.status, old.admitted_at, old.ended_at, old.voided_at, old.void_reason)
        is distinct from (new.patient_id, new.name, new.birth_date, new.birth_date_given, new.sex, new.ward, new.product,
            new.infused_at, new.infusions, new.status, new.admitted_at, new.ended_at, new.voided_at, new.void_reason))
    execute function set_last_updated();

-- While automatic grading fails, the newest grade of each syndrome is given out without a value.
create function update_newest_grades() returns trigger language plpgsql as $$
begin
    update grade_change g set last_updated = clock_timestamp()
    where g.episode_id = new.id and g.superseded_at is null
        and not exists (
            select from grade_change newer
            where newer.episode_id = g.episode_id and newer.syndrome = g.syndrome and newer.superseded_at is null
                and (newer.at, newer.number) > (g.at, g.number));
    return null;
end $$;
create trigger episode_gradable after update of grading_unavailable on episode for each row
    when (old.grading_unavailable is distinct from new.grading_unavailable)
    execute function update_newest_grades();

-- Meanwhile a new entry gives the one before it its value back, and one that is superseded takes it.
create function update_neighbour_grades() returns trigger language plpgsql as $$
begin
    update grade_change g set last_updated = clock_timestamp()
    where g.number in (
        select other.number from grade_change other join episode e on e.id = other.episode_id
        where other.episode_id = new.episode_id and other.syndrome = new.syndrome and other.superseded_at is null
            and other.number <> new.number and e.grading_unavailable is not null
        order by other.at desc, other.number desc limit 1);
    return null;
end $$;
create trigger grade_change_neighbours after insert or update of superseded_at on grade_change for each row
    execute function update_neighbour_grades();

-- A merge, and its end, change who the patient of an episode is.
create function update_episodes_of_merge() returns trigger language plpgsql as $$
begin
    update episode set last_updated = clock_timestamp() where patient_id in (new.old_id, new.into_id);
    return null;
end $$;
create trigger patient_merge_known after update of known_at, ended_at on patient_merge for each row
    when (old.known_at is distinct from new.known_at or old.ended_at is distinct from new.ended_at)
    execute function update_episodes_of_merge();
