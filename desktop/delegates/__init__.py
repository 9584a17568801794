"""How lines of the results and of the filters are drawn."""
