"""Writes src/reportedly/console/api/examples.json: what the API answers over the invented news of the tests.

    python genscripts/openapi_examples.py

The description of the API shows these answers; `tests/console/test_examples.py` asks for each again.
"""

import json
import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from reportedly import Report, Store
from reportedly.console import ConsoleOptions, make_app

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "src" / "reportedly" / "console" / "api" / "examples.json"
API = "/api/v1"
TOKEN = "kestrel-harbour-9"


@contextmanager
def visitor(reports: list[Report], *, token: str | None = None) -> Iterator[TestClient]:
    """Lend a visitor of a console over a store of reports."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        with Store.open(path, write=True) as store:
            for report in reports:
                store.add(report)
            store.link()
        app = make_app(ConsoleOptions(store=path, label="news.db", token=token))
        with TestClient(app, base_url="http://localhost") as client:
            yield client


def requests(client: TestClient) -> dict[str, str]:
    """Return an address for each route: the shortest article, an event and a story with copies."""
    strike = client.get(f"{API}/events?type=PROTEST").json()["rows"][0]
    articles = client.get(f"{API}/articles").json()["rows"]
    small = min(articles, key=lambda line: (line["claims"], line["events"], line["id"]))
    lines = {
        f"/{name}": f"{API}/{name}?limit=1" for name in ("events", "claims", "articles", "stories", "sources", "actors")
    }
    return lines | {
        "/facets": f"{API}/facets?type=PROTEST",
        "/events/{id}": f"{API}/events/{small_event(client, small['id'])}",
        "/articles/{id}": f"{API}/articles/{small['id']}",
        "/stories/{id}": f"{API}/stories/{small['story']}",
        "/stories/{id}/origins": f"{API}/stories/{strike['story']}/origins",
        "/search": f"{API}/search?q=bananas&limit=1",
    }


def small_event(client: TestClient, article: str) -> str:
    """Return the event that an article tells alone."""
    rows = client.get(f"{API}/events?limit=200").json()["rows"]
    return str(next(row["id"] for row in rows if row["article"] == article))


def answers(client: TestClient, sent: Any) -> dict[str, Any]:
    """Return an example of every answer, by its route."""
    made = {
        f"get {API}{route}": {"request": f"GET {address}", "answer": client.get(address).json()}
        for route, address in requests(client).items()
    }
    told = client.post(f"{API}/code", json=sent).json()
    return made | {f"post {API}/code": {"request": f"POST {API}/code", "answer": told}}


def refusals(client: TestClient, guarded: TestClient) -> dict[str, Any]:
    """Return an example of every error that can be had without breaking anything, by its status."""
    met = (
        client.get(f"{API}/events", headers={"host": "evil.example"}),
        guarded.get(f"{API}/events"),
        client.get(f"{API}/events/0123456789abcdef"),
        client.put(f"{API}/events"),
        client.get(f"{API}/events?type=DANCE"),
    )
    return {str(answer.status_code): answer.json() for answer in met}


def main() -> None:
    """Write the file."""
    from reportedly.console.api.coding import TextToCode

    reports = list(runpy.run_path(str(ROOT / "tests" / "storage" / "wire.py"))["REPORTS"])
    (sent,) = TextToCode.model_json_schema()["examples"]
    with visitor(reports) as client, visitor(reports, token=TOKEN) as guarded:
        made = {"answers": answers(client, sent), "refusals": refusals(client, guarded)}
    OUTPUT.write_text(f"{json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
