"""The page that shows how the dispatches of a query are spread: figures that are drawn here."""
