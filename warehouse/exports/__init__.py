"""The published warehouse in the formats of others: models in `sql/exports`, one thin writer a format."""
