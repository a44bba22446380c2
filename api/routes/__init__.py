"""One file of routes for each noun."""

from api.routes import (
    articles, checks, councils, docs, exports, extractions, frameworks, issues, organisations, program, quotes, ratings,
    resolve, search, speakers, statistics, summary, timeline,
)

NOUNS = (
    resolve, councils, timeline, ratings, summary, checks, quotes, statistics, articles, speakers, organisations,
    frameworks, issues, search, exports, extractions, program, docs,
)
