-- What lists, counts and pictures show of the events of the real world, so that nobody need read whole stories for it.
-- Everything here follows from `stories` and is written by a trigger as each story is.

CREATE TABLE listed_events (
    merged TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    lead INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, -- the fullest telling of that type
    type TEXT NOT NULL,
    quad TEXT NOT NULL,
    standing TEXT NOT NULL,             -- of the lead, as is the modality
    modality TEXT NOT NULL,
    first_day TEXT NOT NULL,            -- of the fullest telling that has a date of its own, else of the lead
    last_day TEXT NOT NULL,
    latest TEXT NOT NULL,               -- when the newest article that tells it appeared
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    independent_origins INTEGER NOT NULL,
    credibility INTEGER,
    disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
    place TEXT,
    lat REAL,
    lon REAL,
    record TEXT NOT NULL                -- actors, recipients, date and place, as the story has them
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_events_story ON listed_events (story);
CREATE INDEX listed_events_lead ON listed_events (lead);
CREATE INDEX listed_events_newest ON listed_events (
    latest DESC, merged, type, quad, standing, modality, disputed, independent_origins, first_day, last_day
);
CREATE INDEX listed_events_disputed ON listed_events (disputed DESC, latest DESC, merged);
CREATE INDEX listed_events_days ON listed_events (first_day DESC, quad, merged);
CREATE INDEX listed_events_told ON listed_events (articles DESC, merged);
CREATE INDEX listed_events_origins ON listed_events (independent_origins DESC, merged);
CREATE INDEX listed_events_places ON listed_events (lat, lon, place, quad) WHERE lat IS NOT NULL;
CREATE INDEX listed_events_facets ON listed_events (
    type, quad, standing, modality, disputed, independent_origins, first_day, last_day
);

CREATE TABLE listed_parties (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,               -- without case and accents
    country TEXT,
    PRIMARY KEY (merged, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_parties_name ON listed_parties (folded, role, merged, name, country);

-- Countries of the parties and the place of each event, once.
CREATE TABLE listed_countries (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    country TEXT NOT NULL,
    PRIMARY KEY (merged, country)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_countries_country ON listed_countries (country, merged);

-- Each actor with each recipient, by name.
CREATE TABLE listed_pairs (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL,
    quad TEXT NOT NULL,
    PRIMARY KEY (merged, actor, recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_pairs_both ON listed_pairs (actor, recipient, quad);

-- On whom each event rests, and how many of the figures that it gave it has taken back.
CREATE TABLE listed_origins (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    name TEXT NOT NULL,
    disputed INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    PRIMARY KEY (merged, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_origins_name ON listed_origins (name, disputed, corrected);

-- The events of a story with the coded events that tell each; `place` is that in the list of tellings.
CREATE VIEW telling_events AS
SELECT stories.id AS story, json_extract(told.value, '$.id') AS merged, told.value AS record, mention.key AS place,
    events.number AS event, events.article AS article, articles.published AS published,
    events.type <> json_extract(told.value, '$.type') AS other_type,
    json_extract(events.record, '$.date.start') IS NULL AS undated
FROM stories JOIN json_each(stories.record, '$.events') AS told
JOIN json_each(told.value, '$.mentions') AS mention
JOIN events ON events.id = mention.value JOIN articles ON articles.number = events.article AND articles.current;

CREATE VIEW new_listed_events AS
WITH told AS (
    SELECT DISTINCT story, merged, record,
        first_value(event) OVER (PARTITION BY story, merged ORDER BY other_type, place) AS lead,
        first_value(event) OVER (PARTITION BY story, merged ORDER BY undated, other_type, place) AS dated,
        max(published) OVER (PARTITION BY story, merged) AS latest
    FROM telling_events
)
SELECT told.merged, told.story, lead, json_extract(told.record, '$.type') AS type,
    json_extract(events.record, '$.quad') AS quad, json_extract(events.record, '$.standing') AS standing,
    json_extract(events.record, '$.modality') AS modality, dated.first_day, dated.last_day, latest,
    (
        SELECT count(DISTINCT article) FROM json_each(told.record, '$.mentions') AS mention
        JOIN events ON events.id = mention.value JOIN articles ON articles.number = article AND current
    ) AS articles,
    json_extract(told.record, '$.copies') AS copies,
    json_extract(told.record, '$.independent_origins') AS independent_origins,
    json_extract(told.record, '$.credibility.value') AS credibility,
    json_array_length(told.record, '$.contradicted_by') > 0 AS disputed,
    json_extract(told.record, '$.place.name') AS place,
    json_extract(told.record, '$.place.lat') AS lat, json_extract(told.record, '$.place.lon') AS lon,
    json_object(
        'actors', json_extract(told.record, '$.actors'), 'recipients', json_extract(told.record, '$.recipients'),
        'date', json_extract(told.record, '$.date'), 'place', json_extract(told.record, '$.place')
    ) AS record
FROM told JOIN events ON events.number = lead JOIN events AS dated ON dated.number = told.dated;

CREATE VIEW new_listed_parties AS
SELECT merged, role, key AS position, json_extract(value, '$.name') AS name,
    ifnull(
        (SELECT folded FROM names WHERE names.name = json_extract(value, '$.name')), lower(json_extract(value, '$.name'))
    ) AS folded,
    json_extract(value, '$.country') AS country, story
FROM (
    SELECT merged, story, 'actor' AS role, party.key, party.value
    FROM listed_events, json_each(record, '$.actors') AS party
    UNION ALL
    SELECT merged, story, 'recipient', party.key, party.value
    FROM listed_events, json_each(record, '$.recipients') AS party
);

CREATE VIEW new_listed_countries AS
SELECT listed_parties.merged, country, story
FROM listed_events JOIN listed_parties ON listed_parties.merged = listed_events.merged WHERE country IS NOT NULL
UNION ALL
SELECT merged, json_extract(record, '$.place.country'), story
FROM listed_events WHERE json_extract(record, '$.place.country') IS NOT NULL;

CREATE VIEW new_listed_pairs AS
SELECT actor.merged, actor.name AS actor, recipient.name AS recipient, quad, story
FROM listed_events JOIN listed_parties AS actor ON actor.merged = listed_events.merged AND actor.role = 'actor'
JOIN listed_parties AS recipient ON recipient.merged = listed_events.merged AND recipient.role = 'recipient';

CREATE VIEW new_listed_origins AS
SELECT listed_events.merged, origin.value AS name, listed_events.disputed,
    (
        SELECT count(*) FROM json_each(told.value, '$.values') AS given
        WHERE json_extract(given.value, '$.by') = origin.value AND json_extract(given.value, '$.superseded')
    ) AS corrected,
    stories.id AS story
FROM stories JOIN json_each(stories.record, '$.events') AS told
JOIN listed_events ON listed_events.merged = json_extract(told.value, '$.id')
JOIN json_each(told.value, '$.origins') AS origin;

CREATE TRIGGER stories_listed AFTER INSERT ON stories BEGIN
    INSERT INTO listed_events SELECT * FROM new_listed_events WHERE story = new.id;
    INSERT INTO listed_parties
    SELECT merged, role, position, name, folded, country FROM new_listed_parties WHERE story = new.id;
    INSERT OR IGNORE INTO listed_countries SELECT merged, country FROM new_listed_countries WHERE story = new.id;
    INSERT OR IGNORE INTO listed_pairs SELECT merged, actor, recipient, quad FROM new_listed_pairs WHERE story = new.id;
    INSERT OR IGNORE INTO listed_origins SELECT merged, name, disputed, corrected FROM new_listed_origins WHERE story = new.id;
END;

INSERT INTO listed_events SELECT * FROM new_listed_events;
INSERT INTO listed_parties SELECT merged, role, position, name, folded, country FROM new_listed_parties;
INSERT OR IGNORE INTO listed_countries SELECT merged, country FROM new_listed_countries;
INSERT OR IGNORE INTO listed_pairs SELECT merged, actor, recipient, quad FROM new_listed_pairs;
INSERT OR IGNORE INTO listed_origins SELECT merged, name, disputed, corrected FROM new_listed_origins;
