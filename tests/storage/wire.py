"""A small archive of invented news: a dock strike with copies and a rival report, a flood told twice, and one more."""

import runpy
from pathlib import Path

NEWSROOM = runpy.run_path(str(Path(__file__).resolve().parent.parent / "linking" / "newsroom.py"))
report, party, town = (NEWSROOM[name] for name in ("report", "party", "town"))
Says, Tells = NEWSROOM["Says"], NEWSROOM["Tells"]

STRIKE_TEXT = (
    "Dockers at the port of Gdynia walked out on Monday and blocked both container terminals, their union said.\n\n"
    "About 1,400 workers joined the stoppage over unpaid night shifts, union secretary Halina Brzoza told a rally at "
    "the gate.\n\n"
    "“We have asked politely for eleven months,” Brzoza said. “Now the cranes stand still.”\n\n"
    "Port director Marek Sobol said nine ships were waiting in the bay and that perishable cargo would be sent on to "
    "Klaipeda by Wednesday.\n\n"
    "The walkout is the first at Gdynia since the terminals were leased out to private companies."
)
RIVAL_TEXT = (
    "A strike over night pay has shut the container terminals of Gdynia, and police counted 900 dockers at the gate on "
    "Monday.\n\n"
    "Police spokesman Jan Wrona said the crowd was calm and that one crane driver was fined for climbing a fence.\n\n"
    "Importers fear for fruit from South America, three of whose ships lie at anchor off the Hel peninsula."
)
CITING_TEXT = (
    "Nine ships are stuck off Gdynia because of a strike of dockers, the Amber Press Agency reports, quoting port "
    "director Marek Sobol.\n\n"
    "A greengrocer in Sopot says she has bananas for two more days. “Then we sell cabbages,” Irena Pyrka said.\n\n"
    "Ferries to Karlskrona leave from another quay and are not affected."
)
FLOOD_TEXT = (
    "The river Niger flooded the old town of Mopti on Thursday and drove 3,200 people from their homes, the civil "
    "protection service of Mali said.\n\n"
    "Captain Aminata Cissé said boats had brought the sick to the football ground. No one is known to have died.\n\n"
    "Mali asked its neighbours for tents and water tablets."
)
FLOOD_LATER_TEXT = (
    "Tents from Senegal arrived in Mopti on Friday, a day after the Niger flooded its old town and drove out "
    "thousands.\n\n"
    "“The first hundred families slept dry,” said Captain Aminata Cissé of the civil protection service of Mali."
)
OTHER_TEXT = (
    "Uruguay recalled its ambassador to Paraguay on Saturday after customs officers opened a sealed bag at Encarnación "
    "airport, the foreign ministry in Montevideo said."
)
LOCAL = "In Kestrel Valley, the cold store has room for two lorries of fruit, its manager Piotr Gil said."


def strike(publisher, text=STRIKE_TEXT, *, hour, credits=()):
    """Return a report of the agency's text, whole or in part."""
    said = [Says("blocked both container terminals", [("their union", "organisation")])]
    if "1,400 workers" in text:
        hops = [("Halina Brzoza", "official", "union secretary")]
        said.append(Says("About 1,400 workers joined the stoppage", hops, figures=[("count", 1400, "1,400 workers")]))
    told = [
        Tells("PROTEST", "walked out", [party("Dockers", "POL", "LAB")], said=0, place=town("Gdynia", "POL"),
              date="2026-04-13")
    ]  # fmt: skip
    return report(
        publisher, text, published=f"2026-04-13T{hour:02d}:00:00+00:00", credits=credits, said=said, told=told,
        title=f"Dockers shut {publisher} harbour pages" if publisher != "Amber Press Agency" else "Dockers shut Gdynia",
    )  # fmt: skip


def rival():
    told = [
        Tells("PROTEST", "strike", [party("dockers", "POL", "LAB")], said=0, place=town("Gdynia", "POL"),
              date="2026-04-13", figures=[("count", 900, "900 dockers")]),
        Tells("COERCE", "fined", [party("police", "POL", "COP")], [party("crane driver", "POL", "LAB")], said=1),
    ]  # fmt: skip
    said = [
        Says("police counted 900 dockers at the gate on Monday", [("police", "official")]),
        Says("one crane driver was fined for climbing a fence", [("Jan Wrona", "official", "police spokesman")]),
    ]
    return report("Vistula Wire", RIVAL_TEXT, published="2026-04-13T15:30:00+00:00", said=said, told=told)


def citing():
    hops = [("Amber Press Agency", "wire"), ("Marek Sobol", "official", "port director")]
    told = [Tells("PROTEST", "strike", [party("dockers", "POL", "LAB")], said=0, place=town("Gdynia", "POL"))]
    said = [Says("Nine ships are stuck off Gdynia because of a strike of dockers", hops)]
    return report("Kashubian Herald", CITING_TEXT, published="2026-04-14T06:00:00+00:00", said=said, told=told)


def flood(publisher="Sahel Wire", text=FLOOD_TEXT, *, day=21, hour=12):
    told = [Tells("AID", "asked", [party("Mali", "MLI", "GOV")])] if "asked" in text else []
    told += [Tells("AID", "arrived", [party("Senegal", "SEN")], [party("Mopti", "MLI")])] if "arrived" in text else []
    return report(publisher, text, published=f"2026-05-{day}T{hour:02d}:00:00+00:00", told=told)


def other():
    told = [Tells("COERCE", "recalled", [party("Uruguay", "URY", "GOV")], [party("Paraguay", "PRY", "GOV")])]
    return report("La Plata Post", OTHER_TEXT, published="2026-05-23", told=told)


PARAGRAPHS = STRIKE_TEXT.split("\n\n")
ROOT = strike("Amber Press Agency", hour=9)
VERBATIM = strike("Hel Gazette", hour=11, credits=("Amber Press Agency",))
CUT = strike("Oliwa Online", "\n\n".join(PARAGRAPHS[:4]), hour=13)
LOCAL_COPY = strike("Kestrel Valley News", f"{STRIKE_TEXT}\n\n{LOCAL}", hour=20)
FLOOD, FLOOD_LATER = flood(), flood("Bamako Mail", FLOOD_LATER_TEXT, day=22, hour=8)
REPORTS = (ROOT, VERBATIM, CUT, LOCAL_COPY, rival(), citing(), FLOOD, FLOOD_LATER, other())
