"""Who a phrase names, which place, when, how many."""
