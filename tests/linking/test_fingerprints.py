import pytest

from reportedly.linking.families import load_families
from reportedly.linking.fingerprints import Fingerprint, fingerprint, split_sentences

TEXT = (
    "The pier at Mtwara gave way on Friday, Dr. Amani said. Nobody drowned!\n\n"
    "“We heard it crack,” said a porter. “Then we ran.” The Lindi Examiner saw two cranes in the water."
)


def _sentences(text):
    return [text[start:end] for start, end in split_sentences(text)]


def _print(newsroom, text=TEXT, publisher="Coast Review", **fields):
    return fingerprint(newsroom.report(publisher, text, **fields), families=load_families())


def test_sentences_end_at_stops_and_paragraphs():
    assert _sentences("It rained. Roads broke\n\nA bridge fell! Who paid? Nobody.") == [
        "It rained.", "Roads broke", "A bridge fell!", "Who paid?", "Nobody.",
    ]  # fmt: skip


def test_a_closing_quotation_mark_belongs_to_its_sentence():
    assert _sentences("“It cracked.” Then they ran.") == ["“It cracked.”", "Then they ran."]


@pytest.mark.parametrize("text", ["", "\n\n", "One line without a stop", "Ends here.  \n\n  And here. "])
def test_sentences_hold_every_word_and_nothing_twice(text):
    assert " ".join(_sentences(text)).split() == text.split()


def test_spans_stand_in_the_text(newsroom):
    printed = _print(newsroom)
    for sentence in printed.sentences:
        start, end = sentence.span
        assert TEXT[start:end].strip() == TEXT[start:end] != ""


def test_keys_do_not_depend_on_case_marks_and_spaces(newsroom):
    one = _print(newsroom, "The pier gave way, he said.").sentences[0]
    other = _print(newsroom, "THE PIER gave  way — he said").sentences[0]
    assert one.key == other.key


def test_keys_depend_on_every_word(newsroom):
    one = _print(newsroom, "Four died there.").sentences[0]
    other = _print(newsroom, "Five died there.").sentences[0]
    assert one.key != other.key


def test_quotations_are_told_from_narrative(newsroom):
    printed = _print(newsroom, "“The pier is gone and so are the cranes,” he said. The port was shut by noon.")
    assert [sentence.is_quoted for sentence in printed.sentences] == [True, False]


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("2026-05-05T08:00:00+02:00", "2026-05-05T06:00:00+00:00"),
        ("2026-05-05T08:00:00", "2026-05-05T08:00:00+00:00"),
        ("2026-05-05", "2026-05-05T23:59:59+00:00"),
        ("2026-05", None),
        ("2026", None),
        (None, None),
    ],
)
def test_moments_are_utc_and_a_day_is_its_end(published, moment, newsroom):
    assert _print(newsroom, published=published).published == moment


def test_what_has_no_date_comes_last(newsroom):
    assert _print(newsroom, published=None).moment > _print(newsroom, published="2026-05-05").moment


def test_named_days_are_the_last_ones_before_publication(newsroom):
    printed = _print(newsroom, "It fell on Friday. Divers came on Monday.", published="2026-05-05T08:00:00+00:00")
    assert printed.days == ("2026-05-01", "2026-05-04")


def test_a_day_that_the_coder_resolved_wins_over_its_bare_name(newsroom):
    text = "Delegates meet on Friday. The pier fell on Monday."
    told = [newsroom.Tells(type="CONSULT", trigger="meet", date="2026-05-08")]
    report = newsroom.report("Coast Review", text, told=told, published="2026-05-05T08:00:00+00:00")
    assert "2026-05-04" in fingerprint(report, families=load_families()).days


def test_houses_that_are_cited_or_credited_are_known(newsroom):
    printed = _print(newsroom, credits=("Savanna Press", "Reuters and AFP"))
    assert {"savanna press", "reuters", "agence france-presse", "lindi examiner"} <= set(printed.cites)


def test_the_own_house_is_not_cited(newsroom):
    assert "lindi examiner" not in _print(newsroom, publisher="Lindi Examiner").cites


def test_acts_hold_what_tells_happenings_apart(newsroom):
    told = [
        newsroom.Tells(
            type="ASSAULT", trigger="gave", place=newsroom.town("Mtwara"), date="2026-05-01",
            figures=[("killed", 4, "gave")],
        ),
        newsroom.Tells(type="CONSULT", trigger="heard", modality="future"),
    ]  # fmt: skip
    (act,) = _print(newsroom, told=told).acts
    assert (act.type, act.place, act.day, act.figures) == ("ASSAULT", "mtwara", "2026-05-01", ("killed 4",))


def test_fingerprints_come_back_from_json(prints):
    for printed in prints.values():
        assert Fingerprint.from_json(printed.to_json()) == printed


def test_fingerprints_stay_small(prints, archive):
    for key, printed in prints.items():
        assert len(printed.to_json()) < 3 * len(archive[key].article.text) + 1000
