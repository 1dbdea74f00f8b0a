-- Encounters are found by the number of the visit, whoever reported it.
create index stay_by_number_of_visit on stay (visit) where visit is not null;
