"""Pages: signing in and out, personas, language, drafts."""
