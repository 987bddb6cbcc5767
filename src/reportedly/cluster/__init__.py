"""News in any amount, coded by a pool of Ray actors on one machine or many; docs/large.md explains it."""

from reportedly.cluster.dataset import code_dataset

__all__ = ["code_dataset"]
