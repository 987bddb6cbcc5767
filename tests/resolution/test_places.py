"""Places of original sentences: found, told apart from their namesakes, put on the map or left off it."""

from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText, Entity, EntityMention
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article, Place
from reportedly.resolution.actors import ActorResolver
from reportedly.resolution.gazetteer import Gazetteer
from reportedly.resolution.place_lexicon import AreaEntry, AreaWord, KindWord, KnownPlace, PlaceLexicon, WordFile
from reportedly.resolution.places import PlaceFinder
from reportedly.resources import codebook_files, load_model

WORDS = load_model("place_words.yaml", WordFile)


@lru_cache(maxsize=1)
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.load(), PlaceLexicon.load())


@lru_cache(maxsize=1024)
def places_in(text: str) -> tuple[Place, ...]:
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    return finder().find(annotated, marks=ActorResolver.load().view(annotated).marks)


def place_in(text: str, words: str) -> Place:
    """Return the one place of the text that stands as those words, the first if they stand more than once."""
    found = [place for place in places_in(text) if place.text == words]
    assert found, f"{words!r} is not among {[place.text for place in places_in(text)]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "country", "lat", "lon"),
    [
        # Countries, in whatever form.
        ("Envoys from Chad flew home on Friday.", "Chad", "Chad", "country", "TCD", 15, 19),
        ("The U.S. froze the accounts of two banks.", "U.S.", "United States", "country", "USA", 39, -99),
        ("Ministers in the UK rejected the plan.", "UK", "United Kingdom", "country", "GBR", 54, -2),
        ("Rebels crossed from Kosovo at night.", "Kosovo", "Kosovo", "country", "KOS", 42.6, 20.9),
        ("Peru's navy seized a trawler.", "Peru", "Peru", "country", "PER", -9, -75),
        ("Diplomats left South Africa in a hurry.", "South Africa", "South Africa", "country", "ZAF", -29, 25),
        ("Snow blocked roads in Scotland.", "Scotland", "Scotland", "region", "GBR", 56, -3.5),
        # A direction is no part of a country's name.
        ("Two patrols were shelled in northern Syria.", "Syria", "Syria", "country", "SYR", 35, 38),
        ("Shells fell across eastern Ukraine on Monday.", "Ukraine", "Ukraine", "country", "UKR", 49, 31),
        # Cities by size, capitals before namesakes.
        ("Police fired tear gas in Paris.", "Paris", "Paris", "city", "FRA", 48.9, 2.3),
        ("Thousands marched through the centre of London.", "London", "London", "city", "GBR", 51.5, -0.1),
        ("Talks resumed in Washington on Tuesday.", "Washington", "Washington", "city", "USA", 38.9, -77),
        ("Pilgrims returned to Bethlehem for the feast.", "Bethlehem", "Bethlehem", "city", "PSE", 31.7, 35.2),
        ("The mayor of NYC opposed the order.", "NYC", "New York City", "city", "USA", 40.7, -74),
        ("Militias shelled Tripoli for a third night.", "Tripoli", "Tripoli", "city", "LBY", 32.9, 13.2),
        # What stands beside a name.
        ("A tornado flattened barns near Paris, Texas.", "Paris", "Paris", "city", "USA", 33.7, -95.6),
        ("A factory closed in London, Ontario.", "London", "London", "city", "CAN", 43, -81.2),
        ("Steel was once made in Bethlehem, Pennsylvania.", "Bethlehem", "Bethlehem", "city", "USA", 40.6, -75.4),
        ("Judges met in Athens, Georgia.", "Athens", "Athens", "city", "USA", 34, -83.4),
        ("Judges met in Athens, Georgia.", "Georgia", "Georgia", "region", "USA", 33, -83.5),
        ("Opposition leaders rallied in Batumi, Georgia.", "Georgia", "Georgia", "country", "GEO", 42, 43.5),
        ("Marines landed on the Indonesian island of Flores.", "Flores", "Flores", "region", "IDN", -8.6, 121),
        ("Toys were recalled in China's Guangdong province.", "Guangdong", "Guangdong", "region", "CHN", 23, 113.5),
        # What a name is told to be, and its fellows in a list.
        ("Fires spread in Washington state.", "Washington", "Washington", "region", "USA", 47.3, -121),
        (
            "Cases were reported in Oregon, Ohio, Washington and Utah.",
            "Washington", "Washington", "region", "USA", 47.3, -121,
        ),
        ("Cases were reported in Oregon, Ohio and Utah.", "Oregon", "Oregon", "region", "USA", 44, -122),
        ("Judges in Alabama, Georgia and Florida agreed.", "Georgia", "Georgia", "region", "USA", 33, -83.5),
        ("Armenia, Georgia and Turkey signed the pact.", "Georgia", "Georgia", "country", "GEO", 42, 43.5),
        # Countries in play.
        ("Spain sent police to the fair in Córdoba.", "Córdoba", "Córdoba", "city", "ESP", 37.9, -4.8),
        ("Argentina sent police to the fair in Córdoba.", "Córdoba", "Córdoba", "city", "ARG", -31.4, -64.2),
        ("British police searched a farm in Norfolk.", "Norfolk", "Norfolk", "region", "GBR", 52.7, 1),
        ("The destroyer left Norfolk, Virginia, at dawn.", "Norfolk", "Norfolk", "city", "USA", 36.85, -76.3),
        # Divisions of both levels, former ones, islands.
        ("Teachers went on strike across Ontario.", "Ontario", "Ontario", "region", "CAN", 50, -85),
        ("Floods cut off towns in NSW.", "NSW", "New South Wales", "region", "AUS", -32, 147),
        ("A judge in Harris County freed him.", "Harris County", "Harris County", "region", "USA", 29.9, -95.4),
        ("A chief was killed in Kasai Occidental.", "Kasai Occidental", "Kasai Occidental", "region", "COD", -5, 21.5),
        ("In Flint, Mich., nurses walked out.", "Mich.", "Michigan", "region", "USA", 44.3, -85.4),
        ("Ash fell on villages in Java.", "Java", "Java", "region", "IDN", -7.3, 110),
        # Areas of the codebook, and waters by nationality.
        ("A tanker was boarded in the Red Sea.", "Red Sea", "Red Sea", "sea", None, 20, 38.5),
        ("Fish died in Lake Titicaca.", "Lake Titicaca", "Lake Titicaca", "sea", None, -15.8, -69.4),
        # Names inside those of public bodies.
        (
            "The Texas Department of Health closed two clinics.",
            "Texas", "Texas", "region", "USA", 31.5, -99,
        ),
        ("Soldiers in Guerrero state found the lorry.", "Guerrero", "Guerrero", "region", "MEX", 17.5, -100),
        ("The port of Dar es Salaam reopened.", "Dar es Salaam", "Dar es Salaam", "city", "TZA", -6.8, 39.3),
        ("Water ran out in Port-au-Prince.", "Port-au-Prince", "Port-au-Prince", "city", "HTI", 18.5, -72.3),
    ],
)  # fmt: skip
def test_place(text: str, words: str, name: str, kind: str, country: str | None, lat: float, lon: float) -> None:
    place = place_in(text, words)
    assert (place.name, place.kind, place.country) == (name, kind, country)
    assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=2)


@pytest.mark.parametrize(
    ("text", "words", "kind", "country", "admin1"),
    [
        ("Farmers fled the village of Saltmarsk on foot.", "Saltmarsk", "city", None, None),
        ("Two teachers were abducted in Andrash district.", "Andrash", "region", None, None),
        ("Trawlers put out from Kestrin, Norway.", "Kestrin", "other", "NOR", None),
        ("Two frigates were shadowed in Norwegian waters.", "Norwegian waters", "sea", "NOR", None),
        ("A truck overturned in Bradford, Ontario.", "Bradford", "city", "CAN", "Ontario"),
        ("Deputies in Crawford County, Ohio, were cleared.", "Crawford County", "region", "USA", "Ohio"),
    ],
)
def test_place_without_coordinates(text: str, words: str, kind: str, country: str | None, admin1: str | None) -> None:
    place = place_in(text, words)
    assert (place.kind, place.country, place.admin1) == (kind, country, admin1)
    assert (place.lat, place.lon) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Michael Jordan opened a school.", "Jordan"),
        ("Angolan soldiers guarded the bridge.", "Angolan"),
        ("Two nurses died of the Marburg virus.", "Marburg"),
        ("An outbreak of West Nile virus worried doctors.", "Nile"),
        ("Scientists at the University of Calgary published the study.", "Calgary"),
        ("The Miami Herald carried the letter.", "Miami"),
        ("Voice of America broadcast the speech.", "America"),
        ("Agence France-Presse reported the blast.", "France"),
        ("According to Yap, the ballots were burned.", "Yap"),
        ("The FDA banned the powder in May.", "FDA"),
        ("The euro-Atlantic alliance met on Monday.", "Atlantic"),
        ("Members of Congress walked out in May.", "Congress"),
        ("Other cities held rallies as well.", "Other"),
    ],
)
def test_what_is_no_place(text: str, words: str) -> None:
    assert words not in [place.text for place in places_in(text)]


def test_a_text_without_places_has_none() -> None:
    assert places_in("Nobody was hurt when the roof fell in.") == ()


def test_places_come_in_reading_order_and_apart() -> None:
    found = places_in("Ferries from Piraeus, Greece, sailed to Izmir in Turkey, then Haifa and Beirut.")
    spans = [place.span for place in found if place.span is not None]
    assert [place.text for place in found] == ["Piraeus", "Greece", "Izmir", "Turkey", "Haifa", "Beirut"]
    assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))


def test_a_name_found_once_is_found_again() -> None:
    text = "Three people drowned in Osaka, Japan. The water had risen fast. Osaka has seen no such flood since."
    assert [place.text for place in places_in(text)].count("Osaka") == 2


def test_what_is_said_beside_a_name_once_holds_all_over_the_text() -> None:
    text = "A mill burned down in Paris, Texas, on Friday. Firefighters from all over Paris came to help."
    assert {place.country for place in places_in(text) if place.text == "Paris"} == {"USA"}


def test_a_place_nearby_decides_between_namesakes() -> None:
    text = "Rockets fell near Haifa, Acre and Nahariya. Sirens were heard in Nazareth as well."
    assert place_in(text, "Nazareth").country == "ISR"


def area_examples() -> list[object]:
    entries = [e for file in codebook_files("places") for e in load_model(file, list[AreaEntry])]
    return [pytest.param(entry, id=entry.name) for entry in entries]


@pytest.mark.parametrize("entry", area_examples())
def test_every_area_is_found_in_its_example(entry: AreaEntry) -> None:
    place = next((p for p in places_in(entry.example) if p.name == entry.name), None)
    assert place is not None, places_in(entry.example)
    assert place.text in (entry.name, *entry.aliases)
    assert (place.lat, place.lon, place.country) == (entry.lat, entry.lon, entry.country)


@pytest.mark.parametrize(
    "entry", [pytest.param(e, id=e.name) for e in load_model("known_places.yaml", list[KnownPlace])]
)
def test_every_known_place_is_found_in_its_example(entry: KnownPlace) -> None:
    places = [p for p in places_in(entry.example) if p.text in (entry.name, *entry.aliases)]
    assert places
    assert {(p.kind, p.country) for p in places} == {(entry.kind, entry.country)}
    assert all((p.lat, p.lon) == (entry.lat, entry.lon) for p in places)


@pytest.mark.parametrize("word", WORDS.areas, ids=lambda word: word.word)
def test_every_area_word_makes_an_area(word: AreaWord) -> None:
    assert [p.kind for p in places_in(word.example) if word.word in p.text] == [word.kind]


@pytest.mark.parametrize("word", WORDS.kinds, ids=lambda word: str(word.word))
def test_every_kind_word_tells_the_kind(word: KindWord) -> None:
    assert place_in(word.example, word.place).kind == word.kind


SMALL_WORDS = [
    *((w.example, w.place) for w in WORDS.parts),
    *((w.example, w.place) for w in WORDS.links),
    *((w.example, w.place) for w in WORDS.prepositions),
    *((w.example, w.place) for w in WORDS.directions),
]


@pytest.mark.parametrize(("example", "place"), SMALL_WORDS)
def test_the_place_after_every_small_word_is_found(example: str, place: str) -> None:
    assert place_in(example, place).text == place


@pytest.mark.parametrize(("example", "name"), [(w.example, w.name) for w in WORDS.spoilers])
def test_every_spoiler_spoils(example: str, name: str) -> None:
    assert name not in [place.text for place in places_in(example)]


PIECES = st.sampled_from(
    [
        "Paris",
        "Texas",
        ",",
        "in",
        "the",
        "of",
        "Georgia",
        "-",
        "northern",
        "Syria",
        "'s",
        "(",
        ")",
        "and",
        "\n\n",
        "NSW",
    ]
    + [
        "province",
        "village",
        "of",
        "U.S.",
        "Port-au-Prince",
        "virus",
        "University",
        "“",
        "12",
        "said",
        ".",
        "Ωmega",
        "İ",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=120))
def test_any_text_yields_places_that_are_slices_of_it(text: str) -> None:
    doc = load_pipeline()(text)
    names = (Entity(e.text, e.label_, (EntityMention(e.start, e.end, e.root.i, "name"),)) for e in doc.ents)
    annotated = AnnotatedText(Article.verbatim(text), doc, (), tuple(names))
    found = finder().find(annotated, marks=ActorResolver.load().view(annotated).marks)
    for place in found:
        assert place.span is not None
        assert place.text == annotated.article.text[place.span[0] : place.span[1]]
        assert place.text.strip()
        assert (place.lat is None) == (place.lon is None)


def test_a_text_told_ten_times_names_ten_times_the_places() -> None:
    paragraph = "Troops from Chad crossed into northern Niger near Agadez. Envoys in Paris, Texas, protested. "
    once, ten = len(places_in(paragraph)), len(places_in(paragraph * 10))
    assert ten == 10 * once
