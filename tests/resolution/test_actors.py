"""Noun phrases to actors: 60 and more phrases in original sentences."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.errors import CodebookError
from reportedly.language.analysis import annotate
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Actor, Article
from reportedly.resolution.actor_memory import ActorMemory
from reportedly.resolution.actors import ActorResolver, ActorView, is_political
from reportedly.resolution.gazetteer import Gazetteer
from reportedly.resolution.place_lexicon import PlaceLexicon
from reportedly.resolution.places import PlaceFinder
from reportedly.resolution.remembered import Remembered


def _view(text: str) -> tuple[ActorView, Callable[..., Actor]]:
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    view = ActorResolver.load().view(annotated)

    def resolve(phrase: str, *, last: bool = False) -> Actor:
        start = text.rindex(phrase) if last else text.index(phrase)
        span = annotated.doc.char_span(start, start + len(phrase), alignment_mode="expand")
        actor = view.resolve(span.root)
        assert actor.span is not None
        assert text[slice(*actor.span)] == actor.text
        return actor

    return view, resolve


# Text, phrase (its last occurrence), name, country, sectors, title.
CASES = [
    # Nationality and title before a name.
    (
        "Venezuelan Vice President Marta Solís flew home.",
        "Marta Solís",
        "Marta Solís",
        "VEN",
        ("GOV",),
        "vice president",
    ),
    ("Turkish Foreign Minister Emre Aksoy met him.", "Emre Aksoy", "Emre Aksoy", "TUR", ("GOV",), "foreign minister"),
    ("Chile's President Luis Arana signed it.", "Luis Arana", "Luis Arana", "CHL", ("GOV",), "president"),
    ("Polish Defence Minister Jan Wilk resigned.", "Jan Wilk", "Jan Wilk", "POL", ("GOV",), "defence minister"),
    ("Brazilian Senator Julia Bento objected.", "Julia Bento", "Julia Bento", "BRA", ("LEG",), "senator"),
    ("Israeli General Amir Shaked ordered the raid.", "Amir Shaked", "Amir Shaked", "ISR", ("MIL",), "general"),
    ("U.S. President Helen Ward vetoed it.", "Helen Ward", "Helen Ward", "USA", ("GOV",), "president"),
    ("American diplomat Rose Tyler left Doha.", "Rose Tyler", "Rose Tyler", "USA", ("GOV",), "diplomat"),
    ("North Korean leader Pak Chol inspected a plant.", "Pak Chol", "Pak Chol", "PRK", ("GOV",), "leader"),
    # An abbreviated rank before another.
    ("Lt. Gen. Moussa Diarra resigned.", "Moussa Diarra", "Moussa Diarra", None, ("MIL",), "lt. gen."),
    ("Brig. Gen. Ana Paz left for Chad.", "Ana Paz", "Ana Paz", None, ("MIL",), "brig. gen."),
    # Whose official it is.
    (
        "A Zambian union official objected.",
        "union official",
        "Zambian union official",
        "ZMB",
        ("LAB",),
        "union official",
    ),
    ("A church official objected.", "official", "church official", None, ("REL",), "church official"),
    (
        "A defence ministry official objected.",
        "ministry official",
        "defence ministry official",
        None,
        ("GOV",),
        "defence ministry official",
    ),
    # Officers among protesters, among rebels.
    ("Protesters threw stones at officers in Lomé.", "officers", "officers", None, ("COP",), None),
    ("Officers beat two demonstrators.", "Officers", "Officers", None, ("COP",), None),
    ("Rebels shot two officers near Gao.", "officers", "two officers", None, ("MIL",), None),
    # A nationality of two words that the tagger takes for a person.
    ("Indian trawlers clashed with Sri Lankan fishermen.", "fishermen", "Sri Lankan fishermen", "LKA", ("AGR",), None),
    # Parties whose name many countries have: the text's own, unless it is on that country or on none.
    ("Peru's Labour Party left the talks in Lima.", "Labour Party", "Peru's Labour Party", "PER", ("PTY",), None),
    (
        "In Zambia the Conservative Party split over Kenya.",
        "Conservative Party",
        "Conservative Party",
        None,
        ("PTY",),
        None,
    ),
    ("The Conservative Party split over the tax.", "Conservative Party", "Conservative Party", "GBR", ("PTY",), None),
    ("In the United States the Republican Party split.", "Republican Party", "Republican Party", "USA", ("PTY",), None),
    # Title and country behind the name.
    ("Ana Ruiz, Chile's transport minister, resigned.", "Ana Ruiz", "Ana Ruiz", "CHL", ("GOV",), "transport minister"),
    ("Omar Sy, the president of Senegal, spoke.", "Omar Sy", "Omar Sy", "SEN", ("GOV",), "president"),
    (
        "Ivo Ek, director of the Harbour Institute at Lund University, said trade fell.",
        "Ivo Ek",
        "Ivo Ek",
        None,
        None,
        "director of the Harbour Institute at Lund University",
    ),
    # Phrases without a name.
    ("Venezuela's transport minister flew to Minsk.", "minister", None, "VEN", ("GOV",), "transport minister"),
    ("The president of Armenia agreed.", "president", "president of Armenia", "ARM", ("GOV",), "president"),
    ("A Kenyan police spokesman denied it.", "spokesman", None, "KEN", ("COP",), "police spokesman"),
    ("The Iran foreign ministry denied it.", "ministry", "Iran foreign ministry", "IRN", ("GOV",), None),
    ("Russia's Defence Ministry denied it.", "Ministry", "Russia's Defence Ministry", "RUS", ("GOV",), None),
    ("The government of Sri Lanka apologised.", "government", "government of Sri Lanka", "LKA", ("GOV",), None),
    ("Ghana's Supreme Court jailed him.", "Court", "Ghana's Supreme Court", "GHA", ("JUD",), None),
    ("The Spanish parliament voted.", "parliament", "Spanish parliament", "ESP", ("LEG",), None),
    ("Chinese troops crossed the ridge.", "troops", "Chinese troops", "CHN", ("MIL",), None),
    ("Jamaican police arrested him.", "police", "Jamaican police", "JAM", ("COP",), None),
    ("French farmers blocked the road.", "farmers", "French farmers", "FRA", ("AGR",), None),
    ("Congolese rebels from Congo-Brazzaville fled.", "rebels", "Congolese rebels", "COG", ("REB",), None),
    ("South Korean students marched.", "students", "South Korean students", "KOR", ("EDU",), None),
    ("Russian firms suspended new projects.", "firms", "Russian firms", "RUS", ("BUS",), None),
    ("Mexican journalists were attacked.", "journalists", "Mexican journalists", "MEX", ("JRN",), None),
    ("Syrian refugees crossed the river.", "refugees", "Syrian refugees", "SYR", ("REF",), None),
    ("Swiss doctors treated them.", "doctors", "Swiss doctors", "CHE", ("MED",), None),
    ("Indian monks fasted.", "monks", "Indian monks", "IND", ("REL",), None),
    ("Nigerian trade unions struck.", "unions", "Nigerian trade unions", "NGA", ("LAB",), None),
    ("Iraqi civilians fled.", "civilians", "Iraqi civilians", "IRQ", ("CVL",), None),
    ("Haitian gangs burned the station.", "gangs", "Haitian gangs", "HTI", ("CRM",), None),
    ("Algerian spies followed her.", "spies", "Algerian spies", "DZA", ("SPY",), None),
    ("Protesters threw stones.", "Protesters", "Protesters", None, ("OPP",), None),
    ("Hundreds of Thai protesters sat down.", "Hundreds", "Hundreds of Thai protesters", "THA", ("OPP",), None),
    ("Members of the Greek parliament walked out.", "Members", None, "GRC", ("LEG",), None),
    ("Rebel fighters in Mali took the fort.", "fighters", "Rebel fighters", "MLI", ("REB", "UAF"), None),
    ("Opposition groups in Zimbabwe marched.", "groups", "Opposition groups", "ZWE", ("OPP",), None),
    ("Israeli helicopters and tanks fired.", "helicopters", None, "ISR", ("MIL",), None),
    ("Vietnamese-led forces retook the hill.", "forces", "Vietnamese-led forces", "VNM", ("MIL",), None),
    (
        "The head of the Chilean navy resigned.",
        "head",
        "head of the Chilean navy",
        "CHL",
        ("MIL",),
        "head of the Chilean navy",
    ),
    ("Bosnian Serbs demanded a truce.", "Serbs", "Bosnian Serbs", "BIH", None, None),
    ("Russians in Latvia protested.", "Russians", "Russians", "LVA", ("CVL",), None),
    ("Palestinians buried the dead.", "Palestinians", "Palestinians", "PSE", ("CVL",), None),
    # Countries and capitals as governments.
    ("Iran accused Iraq of spying.", "Iran", "Iran", "IRN", ("GOV",), None),
    ("The United States sent aid.", "States", "United States", "USA", ("GOV",), None),
    ("Moscow rejected the offer.", "Moscow", "Moscow", "RUS", ("GOV",), None),
    ("The Kremlin rejected the offer.", "Kremlin", "Kremlin", "RUS", ("GOV",), None),
    ("Chad's ruler met Mali's envoy.", "ruler", "Chad's ruler", "TCD", ("GOV",), "ruler"),
    ("Kosovo arrested a deputy.", "Kosovo", "Kosovo", "KOS", ("GOV",), None),
    # Listed bodies and breakaway regions.
    ("Hamas freed two hostages.", "Hamas", "Hamas", "PSE", None, None),
    ("NATO moved a brigade.", "NATO", "NATO", "IGO", None, None),
    ("U.N. peacekeepers returned fire.", "peacekeepers", "U.N. peacekeepers", "UNO", ("MIL",), None),
    ("The United Nations protested.", "Nations", "United Nations", "UNO", None, None),
    ("Abkhazia closed the crossing.", "Abkhazia", "Abkhazia", "GEO", ("PRE",), None),
    ("The USS Gerald Mason entered the Gulf.", "Mason", "USS Gerald Mason", "USA", ("MIL",), None),
    ("The aircraft carrier HMS Jamaica left port.", "Jamaica", None, "GBR", ("MIL",), None),
    # Things come from a place, they do not live there.
    ("Kenya asked for aid from Chad.", "aid", "aid", None, (), None),
    # Possessors whose country the text tells.
    ("Gambian President Amina Jallow spoke. Jallow's aides wept.", "aides", "Jallow's aides", "GMB", ("GOV",), None),
    ("Peru paid at once. Its navy had moved.", "navy", "Its navy", "PER", ("MIL",), None),
    # Later mentions know what the first one said.
    ("Gambian President Amina Jallow spoke. Jallow left.", "Jallow", "Amina Jallow", "GMB", ("GOV",), "president"),
    ("Gambian President Amina Jallow spoke. She left.", "She", "Amina Jallow", "GMB", ("GOV",), "president"),
    ("President Omar Sy spoke. The Senegalese leader left.", "leader", "Senegalese leader", "SEN", ("GOV",), "leader"),
    ("Peru's Rosa Luna spoke. The Peruvian leader left.", "leader", "Rosa Luna", "PER", ("GOV",), "leader"),
    # A phrase is an actor by its head, not by a word in a compound.
    ("The Fund welcomed a staff-level agreement.", "agreement", None, None, (), None),
    ("Drones hit the depot.", "Drones", None, None, (), None),
    ("Deserters crossed the river.", "Deserters", None, None, ("MIL",), None),
    ("APEC put off its summit.", "APEC", "APEC", "IGO", (), None),
    ("Congolese soldiers fled.", "soldiers", "Congolese soldiers", "COD", ("MIL",), None),
    ("The German Foreign Office recalled its envoy.", "Office", "German Foreign Office", "DEU", ("GOV",), None),
    ("The Foreign Office recalled its envoy from Oslo.", "Office", "Foreign Office", "GBR", ("GOV",), None),
    ("Congress met in Lima. Peru will vote.", "Congress", "Congress", None, ("LEG",), None),
    ("Rebels in Peru's Junin region fled.", "Rebels", None, "PER", ("REB",), None),
    # What must stay unknown.
    ("Pirates in the Gulf of Guinea seized a ship.", "Pirates", None, None, ("CRM",), None),
    ("Latin American leaders met.", "leaders", "Latin American leaders", None, (), None),
    ("South American presidents met.", "presidents", "South American presidents", None, ("GOV",), None),
    ("Ethnic Russians marched.", "Russians", "Ethnic Russians", None, ("CVL",), None),
    ("An anti-Syria journalist was shot.", "journalist", None, None, ("JRN",), None),
    ("Kenya's partners withdrew.", "partners", "Kenya's partners", None, (), None),
    ("The old bridge collapsed.", "bridge", "old bridge", None, (), None),
    # Out of office.
    ("Former President Luis Arana was barred.", "Arana", "Luis Arana", None, ("ELI",), "former president"),
]


@pytest.mark.parametrize(("text", "phrase", "name", "country", "sectors", "title"), CASES)
def test_resolve(
    text: str, phrase: str, name: str | None, country: str | None, sectors: tuple[str, ...] | None, title: str | None
) -> None:
    _, resolve = _view(text)
    actor = resolve(phrase, last=True)
    assert actor.country == country
    assert actor.title == title
    if sectors is not None:
        assert actor.sectors == sectors
    if name is not None:
        assert actor.name == name


@pytest.mark.parametrize(
    ("text", "phrase", "alleged"),
    [
        ("Suspected rebels burned two buses.", "rebels", True),
        ("Three alleged smugglers were shot.", "smugglers", True),
        ("The accused spies were freed.", "spies", True),
        ("The smugglers were shot.", "smugglers", False),
        ("Rebels burned two allegedly empty buses.", "Rebels", False),
    ],
)
def test_alleged(text: str, phrase: str, alleged: bool) -> None:
    _, resolve = _view(text)
    assert resolve(phrase).alleged is alleged


def test_ambiguous_nationality_is_decided_by_the_countries_of_the_text() -> None:
    _, resolve = _view("Kinshasa accused its neighbours. Congolese soldiers crossed the lake.")
    assert resolve("soldiers").country == "COD"


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Police in Lahore arrested nine students.", "Police", "PAK"),
        ("The government of Sindh province banned the march.", "government", "PAK"),
        ("Lagos asked for help.", "Lagos", "NGA"),
    ],
)
def test_view_with_places_knows_the_countries_of_towns(text: str, word: str, country: str) -> None:
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    view = ActorResolver.load().view(annotated)
    places = PlaceFinder(Gazetteer.load(), PlaceLexicon.load()).find(annotated, marks=view.marks)
    head = next(token for token in annotated.doc if token.text == word)
    assert view.resolve(head).country is None
    assert view.placed(places).resolve(head).country == country


def test_view_with_places_adds_no_countries() -> None:
    annotated = annotate(Article.verbatim("An anti-Syria journalist was shot."), nlp=load_pipeline())
    view = ActorResolver.load().view(annotated)
    places = PlaceFinder(Gazetteer.load(), PlaceLexicon.load()).find(annotated, marks=view.marks)
    head = next(token for token in annotated.doc if token.text == "journalist")
    assert view.placed(places).resolve(head).country is None


def test_two_ministries_of_one_name_are_two() -> None:
    _, resolve = _view("Russia's Foreign Ministry denied it. China's Foreign Ministry declined to comment.")
    assert resolve("Ministry").name == "Russia's Foreign Ministry"
    assert resolve("Ministry", last=True).name == "China's Foreign Ministry"
    assert resolve("Ministry", last=True).country == "CHN"


def test_relative_pronoun_stands_for_its_antecedent() -> None:
    _, resolve = _view("The Chadian soldiers who crossed the river were arrested.")
    actor = resolve("who")
    assert (actor.country, actor.sectors, actor.text) == ("TCD", ("MIL",), "who")


def test_resolve_all_tells_coordinated_nationalities_apart() -> None:
    text = "Chilean and Peruvian officials agreed on Monday."
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    head = next(token for token in annotated.doc if token.text == "officials")
    actors = ActorResolver.load().view(annotated).resolve_all(head)
    assert [actor.country for actor in actors] == ["CHL", "PER"]


def test_resolve_all_tells_coordinated_countries_behind_apart() -> None:
    annotated = annotate(Article.verbatim("The foreign ministers of Chad and Mali met."), nlp=load_pipeline())
    head = next(token for token in annotated.doc if token.text == "ministers")
    actors = ActorResolver.load().view(annotated).resolve_all(head)
    assert [actor.country for actor in actors] == ["TCD", "MLI"]


def test_resolve_all_leaves_one_actor_alone() -> None:
    text = "Chilean officials agreed on Monday."
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    head = next(token for token in annotated.doc if token.text == "officials")
    assert len(ActorResolver.load().view(annotated).resolve_all(head)) == 1


@pytest.mark.parametrize(
    ("actor", "political"),
    [
        (Actor(name="analysts", text="analysts", sectors=("EDU",)), True),
        (Actor(name="Chad", text="Chad", country="TCD"), True),
        (Actor(name="bridge", text="bridge"), False),
    ],
)
def test_is_political(actor: Actor, political: bool) -> None:
    assert is_political(actor) is political


def test_resolving_alone_gives_what_the_view_gives() -> None:
    annotated = annotate(Article.verbatim("Chad's army crossed the river."), nlp=load_pipeline())
    head = next(token for token in annotated.doc if token.text == "army")
    resolver = ActorResolver.load()
    assert resolver.resolve(head, annotated) == resolver.view(annotated).resolve(head)


MEMORY = ActorMemory(
    [
        Remembered(name="Marta Solís", country="CHL", sectors=("GOV",), first="2021-01-05", last="2021-06-30"),
        Remembered(name="Omar Sy", country="SEN", sectors=("MIL",)),
        Remembered(name="Skylark Front", country="MLI", sectors=("UAF",)),
    ]
)


def _remembering(text: str, phrase: str, *, published: str | None = "2021-03-10") -> tuple[Actor, bool]:
    annotated = annotate(Article.verbatim(text, published=published), nlp=load_pipeline())
    view = ActorResolver.load(memory=MEMORY).view(annotated)
    start = text.rindex(phrase)
    span = annotated.doc.char_span(start, start + len(phrase), alignment_mode="expand")
    return view.resolve(span.root), view.recalls(span.root)


@pytest.mark.parametrize(
    ("text", "phrase", "country", "sectors", "recalled"),
    [
        ("Marta Solís flew home.", "Marta Solís", "CHL", ("GOV",), True),
        ("Marta Solís flew home. Solís was tired.", "Solís", "CHL", ("GOV",), True),
        ("Marta Solís flew home. She was tired.", "She", "CHL", ("GOV",), True),
        ("Marta Solís flew home. Her envoy stayed.", "Her envoy", "CHL", ("GOV",), True),
        ("Troops loyal to Omar Sy left. Sy’s driver stayed.", "driver", "SEN", None, True),
        ("The minister, Marta Solís, flew home.", "Marta Solís", "CHL", ("GOV",), True),
        ("Skylark Front seized the bridge.", "Skylark Front", "MLI", ("UAF",), True),
        # Nothing is added where the text tells otherwise, or gives no more than a short name.
        ("Peruvian painter Marta Solís flew home.", "Marta Solís", "PER", None, False),
        ("Marta Solís, a farmer, flew home.", "Marta Solís", None, ("AGR",), False),
        ("Solís flew home.", "Solís", None, (), False),
        ("The army flew home.", "army", None, ("MIL",), False),
        ("Chilean Foreign Minister Marta Solís flew home.", "Marta Solís", "CHL", ("GOV",), False),
    ],
)
def test_a_memory_fills_what_the_text_leaves_open(text, phrase, country, sectors, recalled) -> None:
    actor, known = _remembering(text, phrase)
    assert (actor.country, known) == (country, recalled)
    assert sectors is None or actor.sectors == sectors
    assert actor.title in {None, "envoy", "minister", "foreign minister"}


def test_a_memory_of_another_time_is_silent() -> None:
    assert _remembering("Marta Solís flew home.", "Marta Solís", published="2031-01-01")[0].country is None


def test_a_memory_reaches_the_view_with_places() -> None:
    annotated = annotate(Article.verbatim("Omar Sy left Lahore."), nlp=load_pipeline())
    view = ActorResolver.load(memory=MEMORY).view(annotated).placed([])
    assert view.resolve(annotated.doc[1]).country == "SEN"
    assert view.recalls(annotated.doc[1])


def test_a_users_folder_adds_actors_and_wins(tmp_path: Path) -> None:
    folder = tmp_path / "actors"
    folder.mkdir()
    (folder / "organisations.yaml").write_text(
        "- {name: Wagner Group, aliases: [], code: MLI, sectors: [REB], example: 'The Wagner Group fled.'}\n"
        "- {name: Blue Shirts, aliases: [], code: KEN, sectors: [OPP], example: 'The Blue Shirts marched.'}\n"
    )
    annotated = annotate(Article.verbatim("The Wagner Group met the Blue Shirts and Hamas."), nlp=load_pipeline())
    view = ActorResolver.load(tmp_path).view(annotated)
    found = {t.text: view.resolve(t) for t in annotated.doc if t.text in {"Group", "Shirts", "Hamas"}}
    assert {name: (actor.country, actor.sectors[:1]) for name, actor in found.items()} == {
        "Group": ("MLI", ("REB",)),
        "Shirts": ("KEN", ("OPP",)),
        "Hamas": ("PSE", ("REB",)),
    }


def test_a_mistake_in_a_users_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "titles.yaml").write_text("- {title: warlord}\n")
    with pytest.raises(CodebookError, match=r"titles\.yaml"):
        ActorResolver.load(tmp_path)
