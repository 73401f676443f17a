"""Room: templates for courses — programmes, their criteria and need areas. Knows no citizen."""
