"""Unicode and spacing repaired, before the text becomes the coordinate system of every span.

Typographic quotation marks stay as they are: attribution reads opening from closing by them.
"""

import re

import ftfy

FTFY = ftfy.TextFixerConfig(unescape_html=False, uncurl_quotes=False, fix_character_width=False, normalization="NFC")
# Soft hyphen, zero-width space, word joiner, byte order mark, and the bidi controls: invisible, yet they split words.
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Joiners carry meaning in Persian and the scripts of India, never beside a Latin letter.
JOINERS = re.compile("[\u200c\u200d]+")
LATIN_END = "\u0250"
SPACES = re.compile("[\\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
RUNS = re.compile(r" {2,}")
LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
BEFORE_OPENING = re.compile(r"(?<=[^\W_])(?=“[^\W_])|(?<=[.,;:!?…)])(?=“\S)")
AFTER_CLOSING = re.compile(r"(?<=\S”)(?=[^\W_])")
BEFORE_COMMA = re.compile(r"(?<=[^\W_]) +(?=,(?:\s|$))")
GLUED_SENTENCES = re.compile(r"(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]* [a-z])(?!(?:Com|Net|Org) )")
STRAIGHT = '"'
ESCAPE = "\x1b"


def repair(text: str) -> str:
    """Repair a text and keep its lines: mojibake, invisible characters, odd spaces, glued quotation marks."""
    text = _fix(text)
    text = LINE_ENDS.sub("\n", text)
    visible = INVISIBLE.sub("", text)
    # An invisible character among mojibake hid it from the first repair, and may have been part of it.
    text = visible if visible == text else _fix(visible)
    text = SPACES.sub(" ", JOINERS.sub(_kept_joiner, text))
    text = CONTROLS.sub("", text)
    return "\n".join(repair_line(line) for line in text.split("\n")).strip("\n")


def _fix(text: str) -> str:
    # Plain ASCII holds no mojibake: beside line ends and controls, repaired below, ftfy finds terminal escapes alone.
    return text if text.isascii() and ESCAPE not in text else ftfy.fix_text(text, FTFY)


def _kept_joiner(run: re.Match[str]) -> str:
    before, after = run.string[max(run.start() - 1, 0) : run.start()], run.string[run.end() : run.end() + 1]
    return run[0] if before >= LATIN_END and after >= LATIN_END else ""


def repair_line(line: str) -> str:
    """Repair the spacing inside one line.

    >>> repair_line("He called it an“open wound”and left")
    'He called it an “open wound” and left'
    """
    line = BEFORE_OPENING.sub(" ", line)
    line = AFTER_CLOSING.sub(" ", line)
    line = _set_straight_quotes_apart(line)
    line = GLUED_SENTENCES.sub(" ", BEFORE_COMMA.sub("", line))
    return RUNS.sub(" ", line).strip()


def _set_straight_quotes_apart(line: str) -> str:
    """Set straight quotation marks apart from the word outside them, if the line pairs them without doubt."""
    parts = line.split(STRAIGHT)
    # An odd number of marks, or a quotation that begins or ends in a space, may be inches or a lost mark.
    if len(parts) < 3 or len(parts) % 2 == 0 or any(part != part.strip() or not part for part in parts[1::2]):
        return line
    for index in range(0, len(parts), 2):
        outside = parts[index]
        if index > 0 and outside[:1].isalnum():
            outside = " " + outside
        if index < len(parts) - 1 and outside[-1:].isalnum():
            outside += " "
        parts[index] = outside
    return STRAIGHT.join(parts)
