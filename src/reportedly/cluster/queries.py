"""What DuckDB is asked while a dataset is linked."""

from reportedly.storage.links.filing import COPY_WINDOW, STORY_WINDOW, UNDATED

#: Of several texts of one content the first counts, of an article's texts the newest, as in a store.
TEXTS_OF_ONE_CONTENT = "DELETE FROM texts WHERE number NOT IN (SELECT min(number) FROM texts GROUP BY sha256)"
OF_ONE_ARTICLE = """
    SELECT number, min(number) OVER (PARTITION BY id),
        CASE WHEN address IS NULL THEN number ELSE min(number) OVER (PARTITION BY address) END
    FROM texts
"""
OLDER_TEXTS = """
    DELETE FROM texts WHERE number NOT IN (
        SELECT arg_max(number, (appeared, number)) FROM texts JOIN pieces USING (number) GROUP BY piece
    )
"""
READ_PIECES = """
    SELECT piece, texts.number, print, report, links.record FROM pieces JOIN texts USING (number)
    LEFT JOIN links USING (number) ORDER BY piece, texts.number
"""
#: Edges inside a piece, and those that tell whether a copy's roots are of one happening.
READ_EDGES = """
    SELECT piece, record FROM (
        SELECT here.piece, record FROM story_edges JOIN pieces AS here ON here.number = one
        JOIN pieces AS there ON there.number = other WHERE here.piece = there.piece
        UNION
        SELECT pieces.piece, record FROM also JOIN pieces USING (number)
        JOIN story_edges ON story_edges.one = least(also.one, also.other)
            AND story_edges.other = greatest(also.one, also.other)
    ) ORDER BY piece, record
"""


def candidates_query(*, copies: int, stories: int) -> str:
    """Return the query that makes the pairs to compare: under each key every article meets its nearest neighbours.

    The join asks for equal keys and places, so that no key, however many articles share it, makes every pair.

    Args:
        copies: How many neighbours on either side are near under a key of copies.
        stories: And under a key of stories, which is odd.
    """
    return f"""
        CREATE TABLE pairs AS
        WITH filed AS (
            SELECT key, number, moment, row_number() OVER (PARTITION BY key ORDER BY moment, handle) AS place
            FROM keys JOIN texts USING (number) QUALIFY count(*) OVER (PARTITION BY key) > 1
        )
        SELECT DISTINCT least(one.number, other.number) AS one, greatest(one.number, other.number) AS other
        FROM filed AS one CROSS JOIN range(1, {max(copies, stories)} + 1) AS steps(step)
        JOIN filed AS other ON other.key = one.key AND other.place = one.place + step
        WHERE step <= CASE WHEN one.key % 2 = 0 THEN {copies} ELSE {stories} END AND (
            other.moment = {UNDATED}
            OR other.moment - one.moment <= CASE WHEN one.key % 2 = 0 THEN {COPY_WINDOW} ELSE {STORY_WINDOW} END
        )
    """
