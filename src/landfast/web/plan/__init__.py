"""Pages: wishes, the plan, agreements, mine aftaler."""
