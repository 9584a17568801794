-- What follows the codebook without being asked each time, what was said no to, and the work of
-- other coders, which stays apart from the user's own in tables of its own.

CREATE TABLE rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    query TEXT NOT NULL,
    created TEXT NOT NULL,
    ran TEXT,
    tagged INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX rule_concept ON rule (concept);

-- A suggestion that was rejected, known by its kind and its folded words: it is not made again.
CREATE TABLE rejection (
    dispatch INTEGER NOT NULL REFERENCES dispatch (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    folded TEXT NOT NULL,
    rejected TEXT NOT NULL,
    PRIMARY KEY (dispatch, kind, folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE layer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coder TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    imported TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    missing TEXT NOT NULL
) STRICT;

CREATE TABLE layer_dispatch (
    layer INTEGER NOT NULL REFERENCES layer (id) ON DELETE CASCADE,
    dispatch INTEGER NOT NULL REFERENCES dispatch (id) ON DELETE CASCADE,
    PRIMARY KEY (layer, dispatch)
) STRICT, WITHOUT ROWID;

CREATE TABLE layer_tag (
    layer INTEGER NOT NULL REFERENCES layer (id) ON DELETE CASCADE,
    dispatch INTEGER NOT NULL REFERENCES dispatch (id) ON DELETE CASCADE,
    concept TEXT NOT NULL,
    PRIMARY KEY (layer, dispatch, concept)
) STRICT, WITHOUT ROWID;

CREATE TABLE layer_annotation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    layer INTEGER NOT NULL REFERENCES layer (id) ON DELETE CASCADE,
    dispatch INTEGER NOT NULL REFERENCES dispatch (id) ON DELETE CASCADE,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    colour TEXT NOT NULL,
    note TEXT NOT NULL,
    concepts TEXT NOT NULL,
    created TEXT,
    orphaned INTEGER NOT NULL
) STRICT;

CREATE INDEX layer_annotation_dispatch ON layer_annotation (dispatch, layer);
CREATE INDEX layer_annotation_layer ON layer_annotation (layer);
CREATE INDEX layer_dispatch_dispatch ON layer_dispatch (dispatch);
CREATE INDEX layer_tag_dispatch ON layer_tag (dispatch);
