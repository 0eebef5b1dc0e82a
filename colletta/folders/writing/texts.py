"""The files in Markdown: the story, the owner, the updates."""

from colletta.campaigns.models import Campaign
from colletta.community.models import Readers, Update
from colletta.folders.contents import Texts
from colletta.folders.writing.documents import instant, quoted
from colletta.folders.writing.markdown import to_markdown

Written = dict[str, bytes]


def story_files(campaign: Campaign) -> Written:
    """story.<lang>.md and owner.<lang>.md."""
    stories = {text.language: text.story for text in campaign.texts.all()}
    return {**text_files("story", stories), **text_files("owner", campaign.owner.about)}


def text_files(name: str, texts: Texts) -> Written:
    """One file a language in which something is said."""
    return {
        f"{name}.{language}.md": to_markdown(html).encode()
        for language, html in texts.items()
        if html.strip()
    }


def update_files(campaign: Campaign) -> Written:
    """updates/<name>.<lang>.md, the title and the date in front; whom it is for, if not for all."""
    there = Update.objects.told() | Update.objects.told_to_supporters()
    return {
        f"updates/{update.name}.{language}.md": page_of(update, language).encode()
        for update in there.filter(campaign=campaign)
        for language in update.texts
    }


def page_of(update: Update, language: str) -> str:
    """One update in one language."""
    title, at = quoted(update.titles.get(language, "").strip()), instant(update.published_at)
    closed = "for: supporters\n" if update.readers == Readers.SUPPORTERS else ""
    return f"---\ntitle: {title}\nat: {at}\n{closed}---\n{to_markdown(update.texts[language])}"
