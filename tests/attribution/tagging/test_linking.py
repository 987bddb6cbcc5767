import numpy as np

from reportedly.attribution.tagging.decoding import Stretch
from reportedly.attribution.tagging.linking import Linked, Pointers, link

SIZE = 12


def pointing(**targets):
    """Return the logits of a pointer: for each named row "p3" the piece that it points to, -1 for nobody."""
    logits = np.zeros((SIZE, SIZE + 1), dtype=np.float32)
    for row, target in targets.items():
        logits[int(row[1:]), target + 1] = 12
    return logits


def linked(stretches, cues, sources, goes_on=()):
    flags = np.isin(np.arange(SIZE), goes_on)
    return link([Stretch(*s) for s in stretches], Pointers(cues, sources), flags)


def test_content_takes_the_cue_and_source_that_are_pointed_to():
    stretches = [("source", 0, 2), ("cue", 2, 3), ("content", 3, 5), ("source", 6, 7), ("cue", 7, 8)]
    assert linked(stretches, pointing(p3=2, p4=2), pointing(p2=0)) == [Linked((0, 2), (2, 3), ((3, 5),))]


def test_contents_of_one_cue_belong_together():
    stretches = [("content", 0, 2), ("source", 2, 3), ("cue", 3, 4), ("content", 5, 7)]
    found = linked(stretches, pointing(p0=3, p1=3, p5=3, p6=3), pointing(p3=2))
    assert found == [Linked((2, 3), (3, 4), ((0, 2), (5, 7)))]


def test_contents_of_two_cues_stay_apart():
    stretches = [("cue", 0, 1), ("content", 1, 2), ("cue", 3, 4), ("content", 4, 5)]
    found = linked(stretches, pointing(p1=0, p4=3), pointing(p0=-1, p3=-1))
    assert [(one.cue, one.source) for one in found] == [((0, 1), None), ((3, 4), None)]


def test_cue_and_source_that_the_tags_missed_are_pointed_to_all_the_same():
    found = linked([("content", 6, 9)], pointing(p6=5, p7=5, p8=5), pointing(p5=1), goes_on=(2, 3))
    assert found == [Linked((1, 4), (5, 6), ((6, 9),))]


def test_content_that_points_nowhere_has_no_cue():
    assert linked([("content", 3, 6)], pointing(), pointing()) == [Linked(None, None, ((3, 6),))]
