"""News in any amount, coded by a pool of Ray actors on one machine or many; docs/large.md explains it."""

from reportedly.cluster.dataset import code_dataset
from reportedly.cluster.linking import Linked, link_dataset
from reportedly.cluster.results import read_dataset

__all__ = ["Linked", "code_dataset", "link_dataset", "read_dataset"]
