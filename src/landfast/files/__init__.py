"""ROOM: files (photo, evidence, sound, attachment): cleaned when taken, logged when fetched."""
