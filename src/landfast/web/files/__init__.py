"""Pages of files: fetching one, the citizen's papers, and the team's view of them."""
