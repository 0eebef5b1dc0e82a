"""The addresses of the desk, below the language."""

from django.urls import path

from colletta.desk.views import books, brake, money, morning

app_name = "desk"

urlpatterns = [
    path("", morning.morning, name="morning"),
    path("books/", books.books, name="books"),
    path("money/", money.money, name="money"),
    path("brakes/<int:number>/release/", brake.brake_release, name="brake_release"),
]
