-- From which network address an observation was entered. What machines post is not in the audit trail: this row is its record.
alter table observation add column entered_from text;
