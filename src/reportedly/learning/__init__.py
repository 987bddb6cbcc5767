"""What a corpus teaches, written down before anything is coded with it: who is who, what publishers repeat."""

from reportedly.learning.furniture import learn_furniture
from reportedly.learning.learner import learn_actors

__all__ = ["learn_actors", "learn_furniture"]
