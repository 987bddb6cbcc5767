"""Labels beside a headline, and what is none of them."""

import lxml.html
import pytest

from reportedly.reading.kickers import find_kickers

MENU = "<nav><a>World</a><a>Opinion</a></nav>"


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("<p>No heading</p>", ()),
        ("<main><p class='kicker'>Opinion</p><h1>The port we need</h1></main>", ("Opinion",)),
        (f"<main><header>{MENU}<span>Analysis</span><div><h1>Why</h1></div></header></main>", ("Analysis",)),
        ("<main><ul><li>World</li><li>Opinion</li></ul><h1>Dockers walk out</h1></main>", ()),
        ("<div class='breadcrumb'><a>Home</a><a>Comment</a></div><h1>Dockers</h1>", ("Home", "Comment")),
        (f"<main><p>{'Long text before the headline. ' * 9}</p><span>Opinion</span><h1>Port</h1></main>", ()),
        ("<main><p>A sentence of six words stands here</p><h1>Port</h1></main>", ()),
    ],
)
def test_labels_of_a_headline(body, labels):
    assert find_kickers(lxml.html.document_fromstring(f"<html><body>{body}</body></html>")) == labels


def test_deep_nesting_costs_no_recursion():
    deep = "<div>" * 200 + "Opinion" + "</div>" * 200
    tree = lxml.html.document_fromstring(f"<html><body><main>{deep}<h1>Port</h1></main></body></html>")
    assert find_kickers(tree) == ("Opinion",)
