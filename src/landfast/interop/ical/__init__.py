"""Answers of calendar programs, out of mail (iTIP and iMIP, RFC 5546 and 6047)."""
