"""What a corpus teaches, written down before anything is coded with it: who is who."""

from reportedly.learning.learner import learn_actors

__all__ = ["learn_actors"]
