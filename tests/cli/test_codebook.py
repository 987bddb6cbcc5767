"""`reportedly codebook`: list, show, try, check."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from reportedly.coding.codebook import Codebook
from reportedly.records import EventType

EXAMPLE = {"text": "Chad asked France for helicopters.", "trigger": "asked"}


@pytest.fixture
def small_codebook(monkeypatch: pytest.MonkeyPatch) -> Codebook:
    """Put a codebook of one type in the place of the packaged one."""
    codebook = Codebook.model_validate(
        {
            "types": {
                "REQUEST": {
                    "type": "REQUEST",
                    "quad": "verbal conflict",
                    "definition": "Somebody asks for something.",
                    "cameo": "10",
                    "intensity": -0.5,
                    "boundaries": ["A threat is THREATEN."],
                    "modes": {"assist": {"definition": "Asks for help."}},
                    "frames": [
                        {
                            "verbs": ["ask", "beg"],
                            "preps": ["for"],
                            "roles": "say",
                            "mode": "assist",
                            "example": EXAMPLE,
                        }
                    ],
                    "examples": [{"text": "She asked for coffee."}],
                }
            },
            "roles": {"say": {"actor": ["subject"], "example": EXAMPLE["text"]}},
            "contexts": {},
        }
    )
    monkeypatch.setattr(Codebook, "load", lambda overlay=None: codebook)
    return codebook


@pytest.fixture
def coder_of(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes every coder find the given events in every text."""

    def install(*events: object) -> None:
        class FakeCoder:
            def __init__(self, settings) -> None:
                self.settings = settings

            def code(self, text: str):
                return build.a_report(article=build.Article.verbatim(text), events=events)

        module = ModuleType("reportedly.coder")
        module.Coder = FakeCoder
        monkeypatch.setitem(sys.modules, "reportedly.coder", module)

    return install


def test_types_are_listed_with_their_counts(invoke, small_codebook: Codebook) -> None:
    result = invoke("codebook", "list", COLUMNS="80")
    assert result.stdout.splitlines()[2:] == [
        "REQUEST   verbal conflict       1        1          2",
        "",
        "PLOVER 2.0: 1 type, 1 frame, 2 examples, 0 contexts",
    ]


@pytest.mark.parametrize("name", ["REQUEST", "request"])
def test_a_type_is_shown_with_all_that_is_known(invoke, small_codebook: Codebook, name: str) -> None:
    assert invoke("codebook", "show", name).stdout == (
        "REQUEST  verbal conflict\n"
        "Somebody asks for something.\n"
        "    recipient not required\n"
        "    CAMEO     10\n"
        "    intensity -0.5\n"
        "    modes     - assist: Asks for help.\n"
        "    rules     - A threat is THREATEN.\n"
        "    frames    - ask, beg; with preposition for; mode assist\n"
        "    examples  - Chad «asked» France for helicopters.\n"
        "              - She asked for coffee. → nothing\n"
    )


def test_an_unknown_type_is_wrong_usage(invoke, small_codebook: Codebook) -> None:
    result = invoke("codebook", "show", "BEG")
    assert (result.exit_code, result.stderr) == (2, "reportedly: no event type is called 'BEG'; there are REQUEST\n")


def test_a_sentence_is_tried_with_reasons(invoke, build: SimpleNamespace, coder_of) -> None:
    coder_of(build.an_event(trigger=(5, 10), evidence=(0, 34), why=("verb-frame",)))
    text = invoke("codebook", "try", EXAMPLE["text"]).stdout
    assert "text      Chad «asked» France for helicopters.\n" in text
    assert "why       verb-frame  A verb of the codebook names the event.\n" in text


def test_a_sentence_without_event_says_so(invoke, coder_of) -> None:
    coder_of()
    assert "no event found" in invoke("codebook", "try", "It rained.").stdout


def test_a_check_lists_what_does_not_code_as_marked(invoke, small_codebook: Codebook, coder_of) -> None:
    coder_of()
    result = invoke("codebook", "check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "REQUEST: REQUEST at 'asked' is missing; coded nothing",
        "    Chad asked France for helicopters.",
        "PLOVER 2.0: 1 type, 1 frame, 2 examples, 0 contexts; 1 disagreement with the marks",
    ]


def test_a_check_of_a_sound_codebook_ends_with_0(
    invoke, small_codebook: Codebook, coder_of, build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    coder_of()
    entry = small_codebook.types[EventType.REQUEST]
    silent = entry.model_copy(update={"frames": ()})
    quiet = small_codebook.model_copy(update={"types": {EventType.REQUEST: silent}})
    monkeypatch.setattr(Codebook, "load", lambda overlay=None: quiet)
    result = invoke("codebook", "check")
    assert result.exit_code == 0
    assert result.stdout.endswith("no disagreements with the marks\n")
    assert invoke("codebook", "check", "--quiet").stdout == ""


def test_an_overlay_with_a_mistake_is_wrong_usage(invoke, tmp_path: Path) -> None:
    (tmp_path / "mine" / "events").mkdir(parents=True)
    (tmp_path / "mine" / "events" / "BEG.yaml").write_text("frames: []")
    result = invoke("codebook", "list", "--codebook", "mine")
    assert result.exit_code == 2
    assert result.stderr.startswith("reportedly: codebook file events/BEG.yaml: is not named after one of AGREE")
