"""One file of routes for each noun."""

from api.routes import (
    articles, councils, docs, extractions, frameworks, issues, organisations, program, quotes, ratings, search, speakers,
    statistics,
)

NOUNS = (
    councils, ratings, quotes, statistics, articles, speakers, organisations, frameworks, issues, search, extractions,
    program, docs,
)
