"""Room: people who work meet across units without the citizen (faste møder): case forum, analysis
committee, board meeting, meetings between units. No authority is exercised here (S000 §2.3)."""
