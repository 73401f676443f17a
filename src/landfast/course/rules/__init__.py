"""Rules of the course: phases, coordinator, referral, observations. Plain Python, no database."""
