-- Copies, stories and merged events. Everything here but `pending` follows from the current articles alone, in whatever
-- order they were added; it can be dropped and made again.

-- Numbers of articles that came, changed or went since links were last made; an article may be gone already.
CREATE TABLE pending (
    article INTEGER PRIMARY KEY
) STRICT;
CREATE TRIGGER pending_added AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO pending VALUES (new.number);
END;
CREATE TRIGGER pending_changed AFTER UPDATE OF current, run ON articles BEGIN
    INSERT OR IGNORE INTO pending VALUES (new.number);
END;

-- What linking keeps of an article: enough to compare it with others without reading their texts.
CREATE TABLE fingerprints (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    handle INTEGER NOT NULL UNIQUE,     -- hash of the article's id
    moment INTEGER NOT NULL,            -- of publication, in seconds; what has no date comes last
    record TEXT NOT NULL,
    keys BLOB NOT NULL,                 -- its rows in `keys`, eight bytes each
    level INTEGER NOT NULL DEFAULT 0    -- how strong the edges of its piece of the archive are, see links/pieces.py
) STRICT;

-- Under which keys articles are filed, by time; hashes, of which the last bit tells story keys (1) from copy keys (0).
CREATE TABLE keys (
    key INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    handle INTEGER NOT NULL,
    PRIMARY KEY (key, moment, handle)
) STRICT, WITHOUT ROWID;

-- Two articles that share text, from the later to the earlier.
CREATE TABLE copy_edges (
    article INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    record TEXT NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_edges_other ON copy_edges (other, article);

-- How far two articles tell the same happening.
CREATE TABLE story_edges (
    article INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    score REAL NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_edges_other ON story_edges (other, score, article);

-- Every copy with the article that it goes back to.
CREATE TABLE copies (
    article INTEGER PRIMARY KEY REFERENCES fingerprints ON DELETE CASCADE,
    root INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    similarity REAL NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX copies_root ON copies (root);

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    signature TEXT NOT NULL,            -- hash of its articles and the links between them
    title TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    origins INTEGER NOT NULL,           -- of all its events
    independent_origins INTEGER NOT NULL, -- of its main event, the one that most articles tell
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stories_order ON stories (last_day DESC, articles DESC, id);

CREATE TABLE story_articles (
    article INTEGER PRIMARY KEY REFERENCES fingerprints ON DELETE CASCADE,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE
) STRICT;
CREATE INDEX story_articles_story ON story_articles (story);

-- One row for an event of the real world; `tellings` has the events that were merged.
CREATE TABLE merged (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    independent_origins INTEGER NOT NULL,
    credibility INTEGER,
    disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)) -- whether something speaks against it
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_story ON merged (story, position);
CREATE TABLE tellings (
    event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
    merged TEXT NOT NULL REFERENCES merged ON DELETE CASCADE
) STRICT;
CREATE INDEX tellings_merged ON tellings (merged);

-- How much rests on each source over all current texts. Spellings that differ in case or accents count as one.
CREATE TABLE source_totals (
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    articles INTEGER NOT NULL,
    named INTEGER NOT NULL,             -- in how many of these articles it is not kept unnamed
    claims INTEGER NOT NULL,
    events INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    PRIMARY KEY (folded, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_totals_order ON source_totals (articles DESC, events DESC, claims DESC, folded, kind);
CREATE INDEX source_totals_gone ON source_totals (folded, kind) WHERE articles = 0;
CREATE INDEX names_folded ON names (folded, name);
INSERT INTO source_totals
WITH hops AS (
    SELECT sources.name, kind, min(anonymous) AS anonymous, events.article, 0 AS claims, 1 AS events,
        max(origin) AS origins
    FROM events JOIN articles ON articles.number = events.article
    JOIN mentions ON mentions.event = events.number JOIN sources ON sources.mention = mentions.number
    WHERE current GROUP BY sources.name, kind, events.number
    UNION ALL
    SELECT sources.name, kind, min(anonymous), claims.article, 1, 0, 0
    FROM claims JOIN articles ON articles.number = claims.article JOIN sources ON sources.claim = claims.number
    WHERE current GROUP BY sources.name, kind, claims.number
),
told AS (
    SELECT folded, kind, 1 - min(anonymous) AS named, sum(claims) AS claims, sum(events) AS events,
        sum(origins) AS origins
    FROM hops JOIN names ON names.number = hops.name GROUP BY folded, kind, article
)
SELECT folded, kind, count(*), sum(named), sum(claims), sum(events), sum(origins) FROM told GROUP BY folded, kind;

-- What stands in a store of an earlier schema is linked by the next `add`.
INSERT INTO pending SELECT number FROM articles;
