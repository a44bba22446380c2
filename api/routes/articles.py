"""Articles: the texts that were loaded. Their text itself is never served, only evidence."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Article
from schemas.query import ArticleQuery

routes = Blueprint("articles", __name__)


@routes.get("/v1/articles")
@lists(ArticleQuery)
def list_articles(asked):
    """List articles.

    What is known of each text that was loaded, and how many records it gave.
    `from` and `to` compare the day it was published.
    """
    return queries.page(asked)


@routes.get("/v1/articles/<id>")
@shows(Article)
def get_article(snapshot, id):
    """Get an article."""
    return queries.one(snapshot, Article, id)
