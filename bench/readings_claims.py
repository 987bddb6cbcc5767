"""Scores claims: found by the words of their content and their innermost source, then field by field."""

from collections.abc import Iterator
from dataclasses import dataclass

from readings_cases import Case
from readings_fields import compare_field, compare_quantities, compare_source, same_chain, same_date
from readings_tally import Check, Json, brief, equal
from readings_words import any_name, name_words, one_of

#: Words that may stand at the joints of a content or not; so may the words of its cue.
LOOSE = frozenset(("that", "and"))
#: Least overlap (F1 of the words) at which two contents are the same claim.
OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the reading, the claim of the report that answers to it, how well their contents agree."""

    wanted: Json
    found: Json
    overlap: float
    same_content: bool

    @property
    def same_source(self) -> bool:
        """Whether the innermost sources agree."""
        return _same_origin(self.wanted, self.found)


def pair_claims(case: Case) -> list[Pair]:
    """Pair claims one to one, those that agree best first."""
    candidates = [pair for wanted in case.reading["claims"] for pair in _candidates(case, wanted)]
    candidates.sort(key=lambda pair: (-pair.same_source, -pair.overlap))
    pairs: list[Pair] = []
    for pair in candidates:
        if all(pair.wanted["id"] != p.wanted["id"] and pair.found["id"] != p.found["id"] for p in pairs):
            pairs.append(pair)
    return pairs


def _candidates(case: Case, wanted: Json) -> Iterator[Pair]:
    pieces = [case.index.piece(first, last, near=wanted["cue"]) for first, last in wanted["content"]]
    content = set().union(*pieces)
    for found in case.report["claims"]:
        given = case.index.inside(found["content"])
        overlap = 2 * len(content & given) / (len(content) + len(given))
        if overlap >= OVERLAP:
            loose = case.index.inside(found["cue"]) | case.index.within(LOOSE | _cue_words(wanted))
            yield Pair(wanted, found, overlap, content ^ given <= loose)


def _same_origin(wanted: Json, found: Json) -> bool:
    if not found["sources"]:
        return False
    return any_name(one_of(wanted["sources"][-1]["name"]), [found["sources"][-1]["name"]])


def claim_checks(case: Case, pairs: list[Pair]) -> Iterator[Check]:
    """Compare all claims of a case."""
    by_label = {pair.wanted["id"]: pair for pair in pairs}
    for wanted in case.reading["claims"]:
        pair = by_label.get(wanted["id"])
        if pair is None:
            if not wanted.get("optional"):
                yield Check("claims", "missing", wanted["id"], f"missing {chain(wanted)}: {ends(wanted)}")
        elif not pair.same_source:
            note = f"source: expected {chain(wanted)}, found {chain(pair.found)}: {ends(wanted)}"
            yield Check("claims", "wrong", wanted["id"], note)
        else:
            if not wanted.get("optional"):
                yield Check("claims", "right", wanted["id"])
            yield from _fields(case, pair)
    yield from _extras(case, pairs)


def _extras(case: Case, pairs: list[Pair]) -> Iterator[Check]:
    paired = {pair.found["id"] for pair in pairs}
    for found in case.report["claims"]:
        if found["id"] not in paired:
            cue = " ".join(case.index.quote(span) for span in found["cue"])
            content = " … ".join(case.index.quote(span) for span in found["content"])
            yield Check("claims", "extra", f"“{cue}”", f"extra {chain(found)} [{found['act']}]: {content}")


def _fields(case: Case, pair: Pair) -> Iterator[Check]:
    wanted, found, label = pair.wanted, pair.found, pair.wanted["id"]
    right = same_chain(wanted["sources"], found["sources"])
    yield equal("chain", label, expected=chain(wanted), found=chain(found), right=right)
    for name in ("kind", "act", "factuality"):
        yield compare_field(f"claim {name}", label, wanted[name], found[name])
    yield compare_field("parent", label, None, found["parent"])
    note = " … ".join(case.index.quote(span) for span in found["content"])
    yield equal("content", label, expected=ends(wanted), found=f"“{note}”", right=pair.same_content)
    yield _cue(case, pair)
    date = wanted.get("date")
    right = same_date(date, found["date"])
    yield equal("claim date", label, expected=brief(date), found=brief(found["date"]), right=right)
    yield from compare_source(label, wanted["sources"][-1], found["sources"][-1])
    yield from compare_quantities("claim figures", label, wanted, found)


def _cue(case: Case, pair: Pair) -> Check:
    cue = [word for span in pair.found["cue"] for word in name_words(case.index.quote(span))]
    right = bool(_cue_words(pair.wanted) & set(cue))
    return equal("cue", pair.wanted["id"], expected=pair.wanted["cue"], found=cue, right=right)


def _cue_words(claim: Json) -> set[str]:
    return {word for one in claim["cue"] for word in name_words(one)}


def chain(claim: Json) -> str:
    """Return the names of a chain, nearest the reader first."""
    return " > ".join(str(hop["name"]) for hop in claim["sources"]) or "nobody"


def ends(claim: Json) -> str:
    """Return the quoted ends of a claim's content."""
    return "“" + "; ".join(f"{first} … {last}" for first, last in claim["content"]) + "”"
