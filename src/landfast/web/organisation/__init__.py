"""Pages of the organisation's administrator: units and staff, no citizen."""
