"""Addresses of pages in templates, as `pages.to` makes them in Python."""

from django.template import Context, Library
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as compiled
from django.utils.html import conditional_escape

from landfast.web.pages import to

register = Library()


class AddressNode(URLNode):
    """`{% url %}` that asks the resolver once a page's name; a page has some twenty of them."""

    def render(self, context: Context) -> str:
        """The address, escaped; Django's own way for names with keywords."""
        if self.kwargs or self.asvar:
            return str(super().render(context))
        ids = [one.resolve(context) for one in self.args]
        return conditional_escape(to(self.view_name.resolve(context), *ids))


@register.tag
def url(parser: Parser, token: Token) -> AddressNode:
    """In place of Django's own, in every template."""
    node = compiled(parser, token)
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)
