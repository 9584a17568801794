-- Small columns first and running text in a table of its own: facets and dates are read for every
-- dispatch at once, bodies only for the few that are shown.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dispatch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    agency TEXT NOT NULL,
    city TEXT NOT NULL,
    language TEXT NOT NULL,
    section TEXT NOT NULL,
    filed_day INTEGER NOT NULL,
    filed_minute INTEGER NOT NULL,
    updated_day INTEGER NOT NULL,
    captured_day INTEGER NOT NULL,
    imported_day INTEGER NOT NULL,
    family INTEGER NOT NULL DEFAULT 0,
    supersedes INTEGER REFERENCES dispatch (id) ON DELETE SET NULL,
    trashed TEXT,
    sample INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    format TEXT NOT NULL,
    byline TEXT NOT NULL,
    dateline TEXT NOT NULL,
    keywords TEXT NOT NULL,
    slug TEXT NOT NULL,
    filed TEXT,
    updated TEXT,
    captured TEXT,
    embargo TEXT,
    source_url TEXT NOT NULL,
    guid TEXT,
    revision TEXT,
    partial INTEGER NOT NULL,
    content TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;

CREATE INDEX dispatch_generation ON dispatch (generation);
CREATE INDEX dispatch_content ON dispatch (content);
CREATE INDEX dispatch_guid ON dispatch (guid) WHERE guid IS NOT NULL;
CREATE INDEX dispatch_family ON dispatch (family) WHERE family > 0;
CREATE INDEX dispatch_supersedes ON dispatch (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX dispatch_trash ON dispatch (id) WHERE trashed IS NOT NULL;

CREATE TABLE text (
    dispatch INTEGER PRIMARY KEY REFERENCES dispatch (id) ON DELETE CASCADE,
    headline TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    body TEXT NOT NULL,
    boilerplate TEXT NOT NULL
) STRICT;

CREATE TABLE provenance (
    dispatch INTEGER PRIMARY KEY REFERENCES dispatch (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    member TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    parser TEXT NOT NULL,
    imported TEXT,
    origins TEXT NOT NULL,
    warnings TEXT NOT NULL,
    dropped TEXT NOT NULL
) STRICT;

CREATE INDEX provenance_sha256 ON provenance (sha256);

CREATE TABLE original (
    dispatch INTEGER PRIMARY KEY REFERENCES dispatch (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    packed BLOB NOT NULL
) STRICT;

-- One row a dispatch, not one a hash: 48 random index entries each would rewrite most of the
-- index's pages with every batch. `sketches.py` inverts the rows in memory.
CREATE TABLE sketch (
    dispatch INTEGER PRIMARY KEY REFERENCES dispatch (id) ON DELETE CASCADE,
    hashes BLOB NOT NULL
) STRICT;

-- Dispatches deleted for good, so that the search index learns of it.
CREATE TABLE gone (
    dispatch INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL
) STRICT;

CREATE TABLE correction (
    dispatch INTEGER NOT NULL REFERENCES dispatch (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    original TEXT,
    corrected_at TEXT NOT NULL,
    PRIMARY KEY (dispatch, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE concept (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    folded TEXT NOT NULL,
    broader INTEGER REFERENCES concept (id),
    colour TEXT NOT NULL,
    scope_note TEXT NOT NULL,
    digit INTEGER UNIQUE,
    retired INTEGER NOT NULL,
    uri TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX concept_sibling ON concept (ifnull(broader, 0), folded);
CREATE INDEX concept_broader ON concept (broader);

CREATE TABLE concept_label (
    concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (concept, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE concept_alias (
    concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    folded TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    PRIMARY KEY (concept, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
    dispatch INTEGER NOT NULL REFERENCES dispatch (id) ON DELETE CASCADE,
    concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    added TEXT NOT NULL,
    PRIMARY KEY (dispatch, concept)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_concept ON tag (concept, dispatch);

CREATE TABLE annotation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dispatch INTEGER NOT NULL REFERENCES dispatch (id) ON DELETE CASCADE,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    colour TEXT NOT NULL,
    note TEXT NOT NULL,
    created TEXT,
    modified TEXT,
    creator TEXT NOT NULL,
    orphaned INTEGER NOT NULL,
    trashed TEXT
) STRICT;

CREATE INDEX annotation_dispatch ON annotation (dispatch, start);

CREATE TABLE annotation_concept (
    annotation INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
    concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (annotation, concept)
) STRICT, WITHOUT ROWID;

CREATE INDEX annotation_concept_concept ON annotation_concept (concept);

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    created TEXT NOT NULL,
    seen INTEGER NOT NULL
) STRICT;

CREATE TABLE search_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    searched_at TEXT NOT NULL,
    query TEXT NOT NULL,
    total INTEGER NOT NULL,
    program TEXT NOT NULL
) STRICT;

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started TEXT NOT NULL,
    ended TEXT,
    paths TEXT NOT NULL,
    cancelled INTEGER NOT NULL,
    seconds REAL NOT NULL
) STRICT;

CREATE TABLE import_item (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    member TEXT NOT NULL,
    outcome TEXT NOT NULL,
    dispatch INTEGER,
    headline TEXT NOT NULL,
    error TEXT,
    dropped TEXT NOT NULL,
    warnings TEXT NOT NULL
) STRICT;

CREATE INDEX import_item_batch ON import_item (batch, path);

CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    done_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    rows INTEGER NOT NULL,
    dispatches INTEGER NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE TABLE history_concept (
    concept INTEGER NOT NULL,
    history INTEGER NOT NULL REFERENCES history (id) ON DELETE CASCADE,
    PRIMARY KEY (concept, history)
) STRICT, WITHOUT ROWID;

-- For each table that only the user fills, the sum of its rows' hashes: damage to one of them
-- shows even where SQLite's own check sees nothing wrong.
CREATE TABLE seal (
    covers TEXT PRIMARY KEY,
    digest INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
