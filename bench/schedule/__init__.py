"""A generated municipality's quarter: the solver beside first come, first served."""
