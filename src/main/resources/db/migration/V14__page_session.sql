-- Written by access. Who is signed in to the pages by the hospital's identity provider: it holds as long as its row stands.
create table page_session (
    id         bytea       primary key,
    username   text        not null,
    role       text        not null,
    wards      text[],
    expires_at timestamptz not null
);
