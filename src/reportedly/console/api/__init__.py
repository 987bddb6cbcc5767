"""The API, `/api/v1`: the same lists as the pages, as JSON of records."""

from reportedly.console.api import articles, coding, events, stories

routers = (events.router, stories.router, articles.router, coding.router)
