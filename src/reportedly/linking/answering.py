"""Who answers whom in an article: he who denies an accusation right behind it does not speak for the accuser."""

from collections.abc import Mapping

from reportedly.language.given_names import fold
from reportedly.records import Act, Claim, Report


def find_opponents(report: Report) -> Mapping[str, frozenset[str]]:
    """Return whose accusations each speaker denies in the same paragraph, all names folded."""
    text = report.article.text
    claims = sorted((one for one in report.claims if one.cue and one.sources), key=lambda claim: claim.cue[0])
    found: dict[str, frozenset[str]] = {}
    for number, claim in enumerate(claims):
        if claim.act is not Act.DENY:
            continue
        who = fold(claim.sources[-1].name)
        accusers = {
            fold(other.sources[-1].name) for other in claims[:number]
            if other.act is Act.ALLEGE and _paragraph(other, text) == _paragraph(claim, text)
        }  # fmt: skip
        if accusers - {who}:
            found[who] = found.get(who, frozenset()) | (accusers - {who})
    return found


def _paragraph(claim: Claim, text: str) -> int:
    return text.count("\n\n", 0, claim.cue[0][0])
