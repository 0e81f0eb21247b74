"""Lines of the program that belong together: those that call a method, or make an object."""

from __future__ import annotations

from typing import Final

CALLS_OF_CREATE: Final = (
    "films.create()",
    "films.create(...)",
    "films.create(rating=other)",
    "films.create(tagline=None)",
    "films.create(tagline=UNSET)",
    "films.create(cast=variable)",
    "films.create(labels=variable)",
    "films.create_async()",
    "films.create_async(year)",
    "raw films.create()",
    "films.create() ->",
    "films.create() that fails",
)
CALLS_OF_GET: Final = (
    "films.get()",
    "films.get(x_trace)",
    "films.get_async()",
    "raw films.get()",
    "films.get() ->",
)
CALLS_OF_DELETE: Final = ("films.delete()", "films.delete_async()", "films.delete() ->")
CALLS_OF_COUNT: Final = (
    "box_office.count_tickets()",
    "box_office.count_tickets_async()",
    "box_office.count_tickets() ->",
)
CALLS_OF_BOOK: Final = (
    "box_office.book()",
    "box_office.book(...)",
    "box_office.book(voucher=None)",
    "box_office.book_async()",
    "box_office.book() ->",
)
CALLS_OF_SCREENINGS: Final = (
    "screenings.list()",
    "screenings.list(room)",
    "screenings.list_async()",
    "screenings.list() ->",
)
CALLS_OF_CANCEL: Final = (
    "screenings.cancel()",
    "screenings.cancel(reason)",
    "screenings.cancel_async()",
    "raw screenings.cancel()",
)
MAKES_PERSON: Final = (
    "films.create(director)",
    "films.create(cast)",
    "box_office.book(guest)",
    "Person()",
    "Person(...)",
    "Booking(guest)",
)
MAKES_SEAT: Final = ("box_office.book(seats)", "Seat()", "Seat(view)", "Booking(seats)")
MAKES_BOOKING: Final = ("Booking()", "Booking(seats)", "Booking(guest)", "Booking(voucher)")
MAKES_FILM: Final = ("CreateFilmRequestBody()", "CreateFilmRequestBody(...)")
USES_OF_BOX_OFFICE: Final = ("box_office", *CALLS_OF_BOOK, *CALLS_OF_COUNT)
USES_OF_SCREENINGS: Final = ("screenings", *CALLS_OF_SCREENINGS, *CALLS_OF_CANCEL)
