"""Digital Post: the message (MeMo 1.2) and the access point that takes it."""
