"""The invented articles of `archive.yaml` as reports, by the keys of its articles."""

import runpy
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
NEWSROOM = runpy.run_path(str(HERE / "newsroom.py"))


def reports():
    """Return the report of every article; each tells one event, at its first word."""
    data = yaml.safe_load((HERE / "archive.yaml").read_text(encoding="utf-8"))
    return {key: _report(one, data["parts"]) for key, one in data["articles"].items()}


def _report(one, parts):
    text = "\n\n".join(parts[name] for name in one["parts"].split())
    told = [NEWSROOM["Tells"](type="ASSAULT", trigger=text.split()[0])]
    return NEWSROOM["report"](
        one["publisher"], text, published=one["published"], title=one["title"],
        credits=tuple(one.get("credits", ())), told=told,
    )  # fmt: skip
