"""The learned judge: what happens between two marked people, or at a marked word."""

from reportedly.coding.judging.judge import Judge, Judgement, load_judge
from reportedly.coding.judging.marking import Marks

__all__ = ["Judge", "Judgement", "Marks", "load_judge"]
