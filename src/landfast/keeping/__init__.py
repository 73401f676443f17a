"""How long a course is kept when it is over, and what becomes of it (bevaring og kassation)."""
