"""Agencies that sign a page beside its text."""

import pytest

from reportedly.reading import read

PAGE = """<html><head><title>Dam holds - Upland Courier</title><meta property="og:site_name" content="Upland Courier">
<link rel="canonical" href="https://upland.example/a/1"><meta name="author" content="{author}"></head>
<body><header><a>Upland Courier</a></header><article><h1>Dam holds</h1><div class="byline">{byline}</div>
<p>The dam above Tete held on Sunday, engineers said, after two days of heavy rain in the hills.</p>
<p>Six villages below it were cleared on Saturday, and soldiers kept the road to the north open.</p>
<p>Ministers will meet on Monday to decide whether people may return to their fields below the wall.</p>
</article>{below}</body></html>"""


@pytest.mark.parametrize(
    ("author", "byline", "below", "credits", "names"),
    [
        ("Ana Sitoe", "By <a>Ana Sitoe</a>, Reuters", "", ("Reuters",), ("Ana Sitoe",)),
        ("", "By <a>Ana Sitoe</a>, Reuters", "", ("Reuters",), ("Ana Sitoe",)),
        ("Ana Sitoe", "By <a>Per Lund</a>, Reuters", "", (), ("Ana Sitoe",)),
        (
            "Ana Sitoe",
            "",
            "<footer>Copyright 2025 The Associated Press.</footer>",
            ("Associated Press",),
            ("Ana Sitoe",),
        ),
        ("Ana Sitoe", "", "<footer>© 2025 Upland Courier</footer>", (), ("Ana Sitoe",)),
        ("Ana Sitoe", "", "<footer>© 2025 Karst Press</footer>", (), ("Ana Sitoe",)),
        ("Agence France-Presse", "", "", ("Agence France-Presse",), ()),
    ],
)
def test_agencies_beside_the_text_are_credited(author, byline, below, credits, names):
    [article] = read(PAGE.format(author=author, byline=byline, below=below).encode())
    assert (article.credits, article.byline) == (credits, names)
    assert article.publisher.name == "Upland Courier"
