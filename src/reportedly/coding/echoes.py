"""Words that tell again what the text tells elsewhere, without its parties: "the attack", "six were killed"."""

from spacy.tokens import Token

from reportedly.coding.frames import Candidate
from reportedly.language.phrases import children
from reportedly.records import Quad


def may_echo(candidate: Candidate, *, quad: Quad) -> bool:
    """Tell whether a frame without its parties may tell an event again: a definite noun, or a verb of force.

    Verbs of speech come in every sentence: "signed" after "welcomed" tells another act of the same type.
    """
    if candidate.trigger.pos_ in ("NOUN", "PROPN"):
        return is_definite(candidate.trigger)
    return candidate.frame.echo or quad is Quad.MATERIAL_CONFLICT


def is_definite(noun: Token) -> bool:
    """Tell "the ambush", "this ambush" and "Monday's ambush" from "an ambush"."""
    if any(children(noun, "poss")):
        return True
    return any({"Def", "Dem"} & {*det.morph.get("Definite", []), *det.morph.get("PronType", [])}
               for det in children(noun, "det"))  # fmt: skip
