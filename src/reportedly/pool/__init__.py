"""Work over several processes: order kept, memory bounded, models loaded once a process, dead workers replaced."""

from reportedly.pool.ordering import WorkerPool, map_in_order

__all__ = ["WorkerPool", "map_in_order"]
