"""The only writers of circles, meetings, cases and agreements."""
