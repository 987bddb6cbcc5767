"""News that means harm: markup, handlers, addresses that run, characters that reorder, SQL, texts without end."""

import runpy
from pathlib import Path

NEWSROOM = runpy.run_path(str(Path(__file__).resolve().parent.parent / "linking" / "newsroom.py"))
report, party, town = (NEWSROOM[name] for name in ("report", "party", "town"))
Says, Tells = NEWSROOM["Says"], NEWSROOM["Tells"]

SCRIPT = "<script>alert(1)</script>"
HANDLER = '"><img src=x onerror=alert(2)>'
ADDRESS = "javascript:alert(3)"
REORDERED = "safe \u202egnp.exe\u202c \u2066name\u2069"
SQL = "Robert'); DROP TABLE articles;--"
TEMPLATE = "{{ 7 * 7 }} {% include 'about.html' %}"
FORMULA = "=HYPERLINK(1)"
ATTACKS = (SCRIPT, HANDLER, REORDERED, SQL, TEMPLATE, FORMULA)
#: Ten million characters.
ENDLESS = "A" * 10_000_000


#: Who did what with what: words that differ, so that the reports are neither copies nor one story.
DEEDS = (
    ("Soldiers", "shelled", "quarry", "ASSAULT", "minister"),
    ("Policemen", "arrested", "choir", "COERCE", "lawyer"),
    ("Pilots", "bombed", "warehouse", "ASSAULT", "shepherd"),
    ("Customs officers", "fined", "brewery", "SANCTION", "accountant"),
    ("Students", "blockaded", "library", "PROTEST", "dean"),
    ("Envoys", "thanked", "hospital", "AID", "surgeon"),
)


def attack(words: str, *, number: int):
    """Return a report that has such words in every place that news fills."""
    actors, verb, target, kind, speaker = DEEDS[number]
    text = (
        f"{actors} of {words} {verb} the {target} of {words}, the {speaker} of {words} said.\n\n"
        f"“{words}!” a {target} keeper of {words} shouted.\n\n{words}"
    )
    said = [
        Says(f"{actors} of {words} {verb} the {target} of {words}", [(f"{speaker} of {words}", "official", words)]),
        Says(f"{words}!", [(f"{target} keeper of {words}", "official")], act="deny"),
    ]
    told = [
        Tells(kind, verb, [party(f"{actors} of {words}", "MLI", "MIL", title=words)],
              [party(f"{target} of {words}", "MLI")], said=0, place=town(f"{target} of {words}", "MLI", admin1=words),
              date=f"2026-0{number + 1}-05", items=[words], figures=[("killed", 3, actors)]),
        Tells("REJECT", "shouted", [party(words)], [party(words)], said=1, standing="denied"),
    ]  # fmt: skip
    made = report(words, text, published=f"2026-0{number + 1}-06T08:00:00+00:00", title=words, credits=(words,),
                  said=said, told=told)  # fmt: skip
    fields = made.to_dict()
    fields["article"] |= {"url": f"{ADDRESS}//{number}", "byline": [words], "language": "en"}
    fields["article"]["furniture"] = [{"kind": "share bar", "text": words, "markup": words}]
    return type(made).from_dict(fields)


def endless():
    """Return a report whose title and party have no end."""
    told = [Tells("PROTEST", "marched", [party("B" * 1_000_000, "MLI")])]
    return report("Sahel Wire", "Thousands marched in Bamako.", title=ENDLESS, told=told)


REPORTS = (*(attack(words, number=number) for number, words in enumerate(ATTACKS)), endless())
