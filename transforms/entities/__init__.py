"""Who: names, nominals and pronouns of an article, and the entities behind them."""
