"""Room: citizen, referral, course and its phases, coordinator, observations."""
