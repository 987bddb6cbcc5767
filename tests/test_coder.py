import dataclasses
import pickle  # noqa: TID251 - it is what multiprocessing sends a coder by
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly import Article, Coder, Failure, ReadError, Report, ReportedlyError, SettingsError
from reportedly.reading import read_all

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "reportedly" / "samples"
#: Words that bring every room to work, in any order and number.
VOCABULARY = (
    "The president of Chad Sudan U.S. Moscow 's rebels police said told CNN that reportedly killed attacked urged to "
    'withdraw from in on Friday at least 61 people “ ” " , . ; : ( ) — and who which U.N. $ 67 million % 2014 '
    "will not if denied according talks with strike protest against arrested he she they it 漢字 עברית \u202e é 😀"
)
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n"])


def spans_of(value):
    """Yield every (span, text or None) inside a record."""
    if isinstance(value, tuple):
        for inner in value:
            yield from spans_of(inner)
    elif dataclasses.is_dataclass(value):
        span, text = getattr(value, "span", None), getattr(value, "text", None)
        if span is not None:
            yield span, text
        for name in ("content", "cue", "trigger", "evidence"):
            found = getattr(value, name, None)
            for inner in found if name in ("content", "cue") and found else [found] if found else []:
                yield inner, None
        for field in dataclasses.fields(value):
            yield from spans_of(getattr(value, field.name))


def check_spans(report):
    text = report.article.text
    for (start, end), words in spans_of(dataclasses.replace(report, article=Article.verbatim("-"))):
        assert 0 <= start < end <= len(text)
        if words is not None:
            assert text[start:end] == words


def bytes_of(results):
    return [result.to_json() for result in results]


@pytest.fixture(scope="module")
def articles():
    return list(read_all([SAMPLES]))


def test_every_span_slices_back(coder, articles):
    for article in articles:
        check_spans(coder.code(article))


def test_reports_survive_json(coder, articles):
    for article in articles:
        report = coder.code(article)
        assert Report.from_json(report.to_json()) == report
        assert Report.from_dict(report.to_dict()) == report


def test_code_pipe_and_workers_give_the_same_bytes_in_any_order(coder, articles):
    alone = bytes_of(coder.code(article) for article in articles)
    assert bytes_of(coder.pipe(articles)) == alone
    assert bytes_of(coder.pipe(articles[::-1], workers=2))[::-1] == alone


def test_text_is_taken_verbatim(coder):
    text = "  Chad  accused Sudan of lying .\n"
    assert coder.code(text).article.text == text


def test_coding_leaves_the_article_as_it_is(coder, articles):
    assert coder.code(articles[0]).article == articles[0]


def test_other_languages_are_flagged_and_not_coded(coder):
    report = coder.code(Article.verbatim("Le Tchad a accusé le Soudan.", language="fr"))
    assert (report.claims, report.events, report.places) == ((), (), ())


def test_a_text_too_long_is_refused_with_its_size(coder):
    with pytest.raises(ReadError, match="1,000,001 characters"):
        coder.code("x" * 1_000_001)


def test_a_failure_goes_through_and_a_bad_text_becomes_one(coder):
    given_failure = Failure(input="a.txt", reason="is empty")
    results = list(coder.pipe([given_failure, "Chad accused Sudan.", "x" * 1_000_001]))
    assert results[0] is given_failure
    assert isinstance(results[1], Report)
    assert isinstance(results[2], Failure)
    assert len(list(coder.pipe([given_failure, "Chad accused Sudan."], on_error="skip"))) == 1
    with pytest.raises(ReadError, match="is empty"):
        list(coder.pipe([given_failure], on_error="raise"))


def test_an_article_that_kills_worker_processes_fails_alone(coder, monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parent / "pool"))
    import pool_work

    monkeypatch.setattr("reportedly.coder.code_or_fail", pool_work.deadly)
    texts = [f"Chad accused Sudan, day {day}." for day in range(8)]
    texts[3] = "A line of poison."
    results = list(coder.pipe(texts, workers=2))
    assert [r.article.text for r in results if isinstance(r, Report)] == [text for text in texts if "Chad" in text]
    assert results[3] == Failure(
        input="'A line of poison.'",
        reason="cannot be coded: every worker process died over it; the last ended by SIGKILL, perhaps for want of "
        "memory",
    )


def test_an_article_that_exhausts_memory_fails_alone(coder, monkeypatch):
    whole = Coder.code

    def greedy(self, article):
        if "flood" in article:
            raise MemoryError
        return whole(self, article)

    monkeypatch.setattr(Coder, "code", greedy)
    before, failure, after = coder.pipe(["Chad accused Sudan.", "A flood.", "Chad thanked Sudan."])
    assert isinstance(before, Report)
    assert isinstance(after, Report)
    assert failure == Failure(input="'A flood.'", reason="cannot be coded: it needs more memory than there is")


def test_a_coder_travels_to_workers(coder):
    assert pickle.loads(pickle.dumps(coder)).info == coder.info


def test_the_hash_tells_configurations_apart(coder, tmp_path):
    (tmp_path / "roles.yaml").write_text("quiet: {actor: [subject], example: Rebels fled.}\n")
    other = Coder(codebook=tmp_path)
    assert other.info.config_hash != coder.info.config_hash
    assert Coder().info == coder.info


@pytest.fixture
def remembering(tmp_path):
    """Return a coder with these lines in its memory."""

    def made(*lines, name="actors.jsonl"):
        path = tmp_path / name
        path.write_text("\n".join(['{"format": "reportedly actors", "version": 1}', *lines]), encoding="utf-8")
        return Coder(actors=path)

    return made


def test_a_memory_of_nobody_changes_nothing_but_the_hash(coder, articles, remembering):
    other = remembering()
    assert other.info.config_hash != coder.info.config_hash
    for article in articles:
        assert dataclasses.replace(other.code(article), coder=coder.info) == coder.code(article)


def test_the_hash_follows_what_is_remembered_and_not_how_it_is_written(remembering):
    one = '{"name": "Ana Ruiz", "country": "CHL"}', '{"name": "Omar Sy", "country": "SEN"}'
    hashes = [remembering(*lines).info.config_hash for lines in (one, one[::-1], one[:1])]
    assert hashes[0] == hashes[1] != hashes[2]


def test_a_furniture_file_is_hashed_by_what_it_holds(tmp_path, coder):
    head = '{"format": "reportedly furniture", "version": 1}'
    lines = ['{"publisher": "a.example", "where": "tail", "text": "First line"}',
             '{"publisher": "a.example", "where": "tail", "text": "Second line"}']  # fmt: skip
    path, hashes = tmp_path / "furniture.jsonl", []
    for each in (lines, lines[::-1], lines[:1]):
        path.write_text("\n".join([head, *each]), encoding="utf-8")
        hashes.append(Coder(furniture=path).info.config_hash)
    assert hashes[0] == hashes[1] != hashes[2]
    assert coder.info.config_hash not in hashes


def test_a_memory_travels_to_workers_and_gives_the_same_bytes(articles, remembering):
    coder = remembering('{"name": "Mossa Ag Elwafi", "country": "MLI", "sectors": ["REB"]}')
    alone = bytes_of(coder.code(article) for article in articles)
    assert bytes_of(coder.pipe(articles, workers=2)) == alone
    assert any("party-remembered" in text for text in alone)


def test_a_broken_memory_is_a_settings_error(remembering):
    with pytest.raises(SettingsError, match=r"actors\.jsonl, line 2: name: 'Sy' is no full name"):
        remembering('{"name": "Sy", "country": "SEN"}')


@pytest.mark.parametrize("span", [(0, 0), (3, 2), (-1, 2), (0, 99)])
def test_relate_refuses_spans_outside_the_sentence(coder, span):
    with pytest.raises(ReportedlyError, match="does not lie inside"):
        coder.relate("Chad accused Sudan.", actor=span, recipient=(13, 18))


def test_relate_names_the_event_between_two_spans(coder):
    sentence = "Chad accused Sudan of arming rebels."
    assert coder.relate(sentence, actor=(0, 4), recipient=(13, 18)).type == "ACCUSE"
    assert coder.relate("Chad borders Sudan.", actor=(0, 4), recipient=(13, 18)).type is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(WORDS, max_size=60))
def test_any_text_is_coded_with_valid_spans(words):
    check_spans(_coder().code(" ".join(words)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=300))
def test_any_characters_are_coded_with_valid_spans(text):
    check_spans(_coder().code(text))


def _coder(found=[]):  # noqa: B006 - hypothesis and fixtures do not mix; one coder for all its examples
    if not found:
        found.append(Coder())
    return found[0]
