-- How retention finds what was told of a patient, and what was told of nobody (any more) for long enough.
create index webhook_delivery_by_patient on webhook_delivery (patient_id) where patient_id is not null;
create index webhook_delivery_of_nobody on webhook_delivery (settled_at) where patient_id is null;
