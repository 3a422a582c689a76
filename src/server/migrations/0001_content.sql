-- The subset of SQL that SQLite and PostgreSQL share: text, 64-bit integers, no defaults that are computed.
-- Times are seconds since 1970, UTC. Documents are JSON in text.

-- One order of changes for the whole portal: every write takes its numbers here, in its own transaction, so the
-- lock on this row also makes the order of commits the order of numbers.
CREATE TABLE clock (
    id  BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL
);
INSERT INTO clock (id, seq) VALUES (1, 0);

-- What changed, for every process that keeps an index or a cache.
CREATE TABLE change (
    seq  BIGINT PRIMARY KEY,
    item TEXT NOT NULL,
    kind TEXT NOT NULL
);

-- A thing with an address.
CREATE TABLE item (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    slug      TEXT NOT NULL,
    -- who brought it (the seed, or an importer by the name of its register): the one whose next file may say it is gone
    source    TEXT NOT NULL,
    -- the source's own identifier
    source_id TEXT NOT NULL,
    state     TEXT NOT NULL,
    revision  BIGINT NOT NULL,
    -- what the source said last, to see at once that it says the same
    digest    TEXT NOT NULL,
    -- the collation key of its name: both databases sort by it alike
    sort_key  TEXT NOT NULL,
    created   BIGINT NOT NULL,
    updated   BIGINT NOT NULL,
    UNIQUE (kind, slug)
);
CREATE INDEX item_by_source ON item (kind, source);
CREATE INDEX item_by_name ON item (kind, state, sort_key, id);
CREATE INDEX item_by_time ON item (kind, updated, id);

-- What an item was at a moment; never changed, never removed.
CREATE TABLE revision (
    item   TEXT NOT NULL REFERENCES item (id),
    number BIGINT NOT NULL,
    author TEXT NOT NULL,
    at     BIGINT NOT NULL,
    -- the fields that are the same in every language
    body   TEXT NOT NULL,
    -- who said each field
    claims TEXT NOT NULL,
    PRIMARY KEY (item, number)
);

-- The texts of a revision, by language.
CREATE TABLE text (
    item     TEXT NOT NULL,
    revision BIGINT NOT NULL,
    lang     TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (item, revision, lang),
    FOREIGN KEY (item, revision) REFERENCES revision (item, number)
);

-- What the program notes for itself: which starter content it took in.
CREATE TABLE note (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Queries that found nothing, without digits or addresses, for the editors.
CREATE TABLE missed (
    query TEXT NOT NULL,
    lang  TEXT NOT NULL,
    times BIGINT NOT NULL,
    first BIGINT NOT NULL,
    last  BIGINT NOT NULL,
    PRIMARY KEY (query, lang)
);

-- What readers send in: a problem, or how clear a page is.
CREATE TABLE message (
    id   TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    lang TEXT NOT NULL,
    page TEXT NOT NULL,
    body TEXT NOT NULL,
    at   BIGINT NOT NULL
);
