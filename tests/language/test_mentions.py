"""Who is named where, in short original texts."""

import pytest

from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article


def _annotated(text: str) -> AnnotatedText:
    return annotate(Article.verbatim(text), nlp=load_pipeline())


def _entity_of(annotated: AnnotatedText, word: str) -> Entity | None:
    """Return the entity at the last occurrence of a word."""
    token = [t for t in annotated.doc if t.text == word][-1]
    return annotated.entity_at(token)


# Text, a word (its last occurrence), the name of its entity, the reason.
LINKS = [
    # Short names.
    ("Nicolás Maduro spoke on Monday. Maduro named no rivals.", "Maduro", "Nicolás Maduro", "short name"),
    ("Chinese President Xi Jinping arrived. Xi met the king.", "Xi", "Xi Jinping", "short name"),
    ("President Amina Jallow opened the dam. Jallow's critics stayed away.", "Jallow", "Amina Jallow", "short name"),
    ("Okello spoke first. President Moses Okello then left.", "Moses", "Moses Okello", "name"),
    # Appositions, before and behind.
    ("The governor, Nabil Chaouch, blamed the pump.", "governor", "Nabil Chaouch", "apposition"),
    ("Ngaire Holloway, the foreign minister, will travel.", "minister", "Ngaire Holloway", "apposition"),
    ("Ana Ruiz, a nurse, counted nine wounded.", "nurse", "Ana Ruiz", "apposition"),
    # Role nouns.
    ("Venezuela's Marta Solís spoke. The Venezuelan leader left.", "leader", "Marta Solís", "role noun"),
    ("President Amadou Barry spoke. The president named no rivals.", "president", "Amadou Barry", "role noun"),
    ("Senator Julia Bento was shot. The lawmaker survived.", "lawmaker", "Julia Bento", "role noun"),
    ("Foreign Minister Xu Lan spoke. Later the minister left.", "minister", "Xu Lan", "role noun"),
    ("Ambassador Karin Holm left at dawn. The diplomat had been expelled.", "diplomat", "Karin Holm", "role noun"),
    ("Hamas rejected the offer. The group demanded a truce.", "group", "Hamas", "role noun"),
    (
        "The Coast Workers' Union called a strike. The union has 9,000 members.",
        "union",
        "Coast Workers' Union",
        "role noun",
    ),
    ("A Latvian official denied it. The official gave no name.", "official", "Latvian official", "role noun"),
    (
        "The interior ministry banned the march. The ministry spoke of threats.",
        "ministry",
        "interior ministry",
        "role noun",
    ),
    # What an abbreviation stands for tells what it is.
    ("The U.N. met in Geneva. WHO doctors left Goma. The organization said so.", "organization", "WHO", "role noun"),
    ("The U.N. met in Geneva. The IAEA urged calm. The agency left.", "agency", "IAEA", "role noun"),
    # Pronouns.
    ("President Amina Jallow opened the dam. She thanked the workers.", "She", "Amina Jallow", "pronoun"),
    ("Omar Sy met Peter Lund. He left before noon.", "He", "Omar Sy", "pronoun"),
    ("Mr Omar Sy praised Mrs Karin Holm. She blushed.", "She", "Karin Holm", "pronoun"),
    ("Mrs Karin Holm met Mr Omar Sy in Doha. He left before noon.", "He", "Omar Sy", "pronoun"),
    ("Omar Sy said he would resign.", "he", "Omar Sy", "pronoun"),
    ("Omar Sy sent his deputy to Geneva.", "his", "Omar Sy", "pronoun"),
    ("Peru stationed boats there, said a statement. Its navy is ready.", "Peru", "Peru", "name"),
    ("Peru moved its navy north.", "its", "Peru", "pronoun"),
    ("Hamas said it would free two men.", "it", "Hamas", "pronoun"),
    ('"I will not resign," Omar Sy told reporters.', "I", "Omar Sy", "pronoun"),
    ('"My house burned down," said Awa Sambou.', "My", "Awa Sambou", "pronoun"),
    # Kinds: a country, a firm, rebels, a ship, a town; the only other country.
    ("Fiji closed the port. The island nation had no fuel.", "nation", "Fiji", "role noun"),
    ("Toyo Steel shut a mill. The steelmaker blamed costs.", "steelmaker", "Toyo Steel", "role noun"),
    ("The Ogaden Front took a fort. The rebels left at noon.", "rebels", "Ogaden Front", "role noun"),
    ("The ferry Sanna Maria ran aground. The vessel lost power.", "vessel", "Sanna Maria", "role noun"),
    ("Rain fell in the city of Basra. The city lost power.", "city", "Basra", "role noun"),
    ("Chad shut the road to Niger. Chad said its neighbour had asked for it.", "neighbour", "Niger", "role noun"),
    # What a text says of somebody: apposition, a word before the name, a nationality.
    ("The charity Sahel Doctors left Djibo. The charity lost a van.", "charity", "Sahel Doctors", "role noun"),
    ("Hungarian billionaire Lajos Fekete fled. The tycoon is ill.", "tycoon", "Lajos Fekete", "role noun"),
    ("Israel's envoy to Cyprus, Orly Ben-Zvi, left. The diplomat wept.", "diplomat", "Orly Ben-Zvi", "role noun"),
    # Given names tell the gender, deeds tell a body from a thing.
    ("Satu Lahti met Pekka Virta. She left.", "She", "Satu Lahti", "pronoun"),
    ("When she landed, Satu Lahti waved.", "she", "Satu Lahti", "pronoun"),
    ("Peru bought a ship. Brokers said it paid in gold.", "it", "Peru", "pronoun"),
    ('"I left," Omar Sy said. "My house burned."', "My", "Omar Sy", "pronoun"),
    # Other forms of names.
    ("Ana Paz Beltrán spoke. Later Paz left.", "Paz", "Ana Paz Beltrán", "short name"),
    ("Jawad al-Khafaji spoke. Khafaji left.", "Khafaji", "Jawad al-Khafaji", "short name"),
    ("Omar Sy, known as Big Om, sang. Om was tired. Big Om left.", "Om", "Omar Sy", "short name"),
    ("Baek Jong-soo flew home. Baek was ill.", "Baek", "Baek Jong-soo", "short name"),
    ("Mr Omar Noor met Mrs Ana Noor. Mrs Noor left.", "Noor", "Ana Noor", "short name"),
    ("Hidroeléctrica del Maule cut power. Hidroeléctrica paid.", "Hidroeléctrica", "Hidroeléctrica del Maule", None),
    # Abbreviations in brackets.
    ("Colombia's Oil Agency (ANH) met. Then ANH voted.", "ANH", "Colombia's Oil Agency", "abbreviation"),
    ("The AJS (Association of Somali Jurists) met. The AJS voted.", "AJS", "AJS", "name"),
    ("The ASJ (Association of Somali Jurists) met. Then ASJ voted.", "ASJ", "Association of Somali Jurists", None),
    (
        "The Revolutionary Unity Front (RUF) laid down arms. The RUF freed nine men.",
        "RUF",
        "Revolutionary Unity Front",
        None,
    ),
]


@pytest.mark.parametrize(("text", "word", "name", "reason"), LINKS)
def test_word_is_linked(text: str, word: str, name: str, reason: str | None) -> None:
    annotated = _annotated(text)
    entity = _entity_of(annotated, word)
    assert entity is not None
    assert entity.name == name
    at = [t.i for t in annotated.doc if t.text == word][-1]
    mention = next(m for m in entity.mentions if m.start <= at < m.end)
    assert reason is None or mention.reason == reason


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It rained in Lima. It is cold there.", "It"),
        ("Karin Holm and Ana Lima met in Doha. She left early.", "She"),
        ("Omar Sy met Peter Lund. The president of Chile was absent.", "president"),
        ("French President Luc Morel spoke. The Spanish president was absent.", "president"),
        ("Foreign Minister Xu Lan spoke. The transport minister was absent.", "minister"),
        ("Hamas and Hezbollah rejected the text. The group was small.", "group"),
        ("Omar Sy thanked him.", "him"),
        ('Omar Sy said: "He will resign."', "He"),
        ("The bridge collapsed because it was old.", "it"),
        ("Rebels took the dam. Engineers said it was undamaged.", "it"),
        ("A Navy drone filmed it. Israel's military left.", "military"),
        ("Envoys from Laos and Chad met. The country will pay.", "country"),
        ("Ana Kimaro and Eva Lyimo spoke. Friends said she wept.", "she"),
        ("Senator Ana Ruiz spoke. The other senator was absent.", "senator"),
        ("Peru banned it.", "it"),
        ("An official denied it. Three officials left.", "officials"),
    ],
)
def test_word_is_left_alone_when_unsure(text: str, word: str) -> None:
    assert _entity_of(_annotated(text), word) is None


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("It was printed by the newspaper La Tribuna, citing e-mails.", "Tribuna", "ORG"),
        ("Four died, said the charity Agua Viva.", "Viva", "ORG"),
        ("The destroyer USS Gerald Mason entered the Gulf.", "Mason", "PRODUCT"),
        ("Britain sent HMS Trent to Guyana.", "Trent", "PRODUCT"),
        ("Two Su-30 jets crossed the border.", "Su-30", "PRODUCT"),
        ("Kyiv asked for HIMARS launchers.", "HIMARS", "PRODUCT"),
        ("Mali's army left Gao.", "Mali", "GPE"),
        ("Malawi sent maize. She praised Malawi.", "Malawi", "GPE"),
        ("Monia Gharbi, a nurse, said the tanks came at dawn.", "Gharbi", "PERSON"),
        ("The Miombo Watch group counted nine dead.", "Watch", "ORG"),
        ("Bosnian Serbs demanded a truce.", "Serbs", "NORP"),
        ("Inspector Phiri said nobody was hurt. Phiri gave no figures.", "Phiri", "PERSON"),
        ("Nicolás Maduro flew home. Allies of Maduro cheered. Then Maduro's plane left.", "Maduro", "PERSON"),
    ],
)
def test_name_has_one_right_label(text: str, word: str, label: str) -> None:
    entity = _entity_of(_annotated(text), word)
    assert entity is not None
    assert entity.label == label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gambian President Amina Jallow opened the dam.", "Amina Jallow"),
        ("Mr Omar Sy left.", "Omar Sy"),
        ("Vladimir Orlov's plane left.", "Vladimir Orlov"),
        ("Foreign Minister Xu Lan spoke.", "Xu Lan"),
        ("The aircraft carrier USS Amos Ford - America's newest - left port.", "USS Amos Ford"),
    ],
)
def test_name_is_bare(text: str, name: str) -> None:
    assert name in {entity.name for entity in _annotated(text).entities}


def test_mentions_do_not_overlap() -> None:
    text = "The governor, Nabil Chaouch, met Ana Ruiz, director of the Harbour Institute (HI). He thanked her."
    taken = [i for e in _annotated(text).entities for m in e.mentions for i in range(m.start, m.end)]
    assert len(taken) == len(set(taken))


def test_text_without_names_has_no_entities() -> None:
    assert _annotated("The rain went on all night.").entities == ()
