"""The categories of campaigns: the folder's words and the screen's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """What a campaign is about."""

    ART = "art", _("Art")
    BOOKS = "books-publishing", _("Books & publishing")
    CINEMA = "cinema-video", _("Cinema & video")
    COMMUNITY = "community-social", _("Community & social")
    EDUCATION = "education", _("Education")
    ENVIRONMENT = "environment", _("Environment")
    EVENTS = "events", _("Events")
    FOOD = "food", _("Food")
    GAMES = "games", _("Games")
    HEALTH = "health", _("Health")
    JOURNALISM = "journalism", _("Journalism")
    MUSIC = "music", _("Music")
    PHOTOGRAPHY = "photography", _("Photography")
    SCIENCE = "science", _("Science")
    SOLIDARITY = "solidarity-world", _("Solidarity in the world")
    SPORT = "sport", _("Sport")
    TECHNOLOGY = "technology", _("Technology")
    THEATRE = "theatre-dance", _("Theatre & dance")
    TOURISM = "tourism", _("Tourism")
    OTHER = "other", _("Other")
