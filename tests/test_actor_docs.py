"""The example file of docs/actors.md is one that can be read, and does what the page says."""

import re
from pathlib import Path

from reportedly import Article, Coder

PAGE = Path(__file__).resolve().parent.parent / "docs" / "actors.md"


def test_the_example_of_the_page_can_be_coded_with(tmp_path):
    lines = re.findall(r'^\{"(?:format|name)".*\}$', PAGE.read_text(encoding="utf-8"), re.M)
    assert len(lines) == 4
    (tmp_path / "actors.jsonl").write_text("\n".join(lines), encoding="utf-8")
    coder = Coder(actors=tmp_path / "actors.jsonl")
    article = Article.verbatim("Marta Solís accused the Lagoon Front of lying.", published="2021-03-01")
    (event,) = coder.code(article).events
    known = [(actor.name, actor.country, actor.sectors) for actor in (*event.actors, *event.recipients)]
    assert known == [("Marta Solís", "CHL", ("GOV",)), ("Lagoon Front", "NGA", ("UAF",))]
