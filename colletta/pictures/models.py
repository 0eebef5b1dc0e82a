"""Pictures and the sizes they are served in."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Format(models.TextChoices):
    """What a browser is offered: the first it knows, and JPEG for previews elsewhere."""

    AVIF = "avif"
    WEBP = "webp"
    JPEG = "jpeg"


class Picture(models.Model):
    """One upload, known by its content. `width` and `height` are as people see it, in pixels."""

    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the upload")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    colour = models.CharField(max_length=7, help_text="What fills its place until it is there")
    original_name = models.CharField(max_length=200)
    master = models.CharField(
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text="What the sizes are made from; never served",
    )
    made_at = models.DateTimeField(db_default=Now())

    sizes: "RelatedManager[PictureSize]"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gt=0, height__gt=0), name="a_picture_has_an_area"
            ),
            models.CheckConstraint(
                condition=Q(digest__regex="^[0-9a-f]{64}$"), name="a_picture_has_a_digest"
            ),
            models.CheckConstraint(
                condition=Q(colour__regex="^#[0-9a-f]{6}$"), name="a_picture_has_a_colour"
            ),
        ]

    def __str__(self) -> str:
        return self.original_name


class PictureSize(models.Model):
    """A picture in one format and width. `file` is relative to the folder of media."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="sizes")
    format = models.CharField(max_length=4, choices=Format)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.CharField(max_length=120)

    class Meta:
        ordering = ["format", "width"]
        constraints = [
            models.UniqueConstraint(
                fields=["picture", "format", "width"], name="one_size_per_picture_format_and_width"
            ),
            models.CheckConstraint(
                condition=Q(width__gt=0, height__gt=0), name="a_size_has_an_area"
            ),
        ]

    def __str__(self) -> str:
        return self.file
