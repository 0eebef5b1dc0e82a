"""Stories in templates."""

from django import template
from django.utils.safestring import SafeString

from colletta.folders.subset import clean

register = template.Library()


@register.filter
def story(html: str) -> SafeString:
    """A stored story, cleaned once more before it is shown."""
    return clean(html)
