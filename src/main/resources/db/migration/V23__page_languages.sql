-- Written by serve. The language of the pages that a user chose, also one of the hospital's identity provider.
create table page_language (
    username text primary key,
    language text not null
);
