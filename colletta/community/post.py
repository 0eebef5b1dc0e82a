"""The letters that tell one side of a conversation what the other wrote."""

from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings

from colletta.campaigns.models import Campaign
from colletta.community.letterbox import address_of
from colletta.community.models import Message, Speaker
from colletta.community.rights import people_of
from colletta.mail.actions.write_letter import write_letter


class Reader(NamedTuple):
    """Who gets a letter, in which language, with the address where they answer."""

    name: str
    email: str
    language: str
    address: str


def tell_owner(message: Message) -> None:
    """Everybody who looks after the campaign reads it; their answer is one for all."""
    for reader in _people_of(message):
        if reader.email:  # an owner who erased themselves reads nothing any more
            _write("for_owner", message, reader)


def tell_writer(message: Message) -> None:
    """The writer reads the answer."""
    conversation = message.conversation
    language = conversation.language
    address = address_of(conversation, Speaker.WRITER, language)
    reader = Reader(conversation.name, conversation.email, language, address)
    _write("for_writer", message, reader)


def confirm_to_writer(message: Message) -> None:
    """Where the answer will stand. None of the typed words: the address may be a stranger's."""
    conversation = message.conversation
    language = conversation.language
    address = address_of(conversation, Speaker.WRITER, language)
    reader = Reader("", conversation.email, language, address)
    _write("sent", message, reader)


def _people_of(message: Message) -> Iterator[Reader]:
    """The team signs in to answer; an owner without one has a signed link."""
    conversation = message.conversation
    campaign = conversation.campaign
    inbox = f"/people/messages/{conversation.pk}/"
    people = people_of(campaign)
    for person in people:
        address = f"{settings.COLLETTA_URL}/{person.language}{inbox}"
        yield Reader(person.name, person.email, person.language, address)
    if not people and campaign.owner_organisation is not None:
        language, owner = campaign.language, campaign.owner_organisation
        address = address_of(conversation, Speaker.OWNER, language)
        yield Reader(owner.name, owner.contact_email, language, address)


def _write(template: str, message: Message, reader: Reader) -> None:
    conversation = message.conversation
    campaign = Campaign.objects.with_telling().get(pk=conversation.campaign_id)
    write_letter(
        key=f"{message}:{template}:{reader.email}",
        kind=f"community.message_{template}",
        to=reader.email,
        language=reader.language,
        template=f"community/letters/message_{template}",
        secret=False,
        context={
            "name": reader.name,
            "writer": conversation.name,
            "owner": campaign.owner.name,
            "title": campaign.text_in(reader.language).title,
            "said": message.text,
            "address": reader.address,
        },
    )
