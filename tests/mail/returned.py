"""Letters that come back, as mail systems write it."""

from colletta.history.clock import now
from colletta.mail.marks import message_id, sender
from colletta.mail.models import Letter

LIA = "lia@posta.example"
# As Postfix and Exim write it, with names of ours (RFC 3464, 6).
NOTIFICATION = """\
Return-Path: <>
Delivered-To: {to}
Date: Mon, 23 Nov 2026 09:00:00 +0000
From: MAILER-DAEMON@posta.example (Mail Delivery System)
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="9B095B5ADSN"

--9B095B5ADSN
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--9B095B5ADSN
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.posta.example
Arrival-Date: Mon, 23 Nov 2026 08:59:58 +0000

Final-Recipient: rfc822; lia@posta.example
Original-Recipient: rfc822;lia@posta.example
Action: {action}
Status: {status}
Remote-MTA: dns; mx.posta.example
Diagnostic-Code: smtp; 550 {status} <lia@posta.example>: Recipient address
    rejected: User unknown

--9B095B5ADSN
Content-Description: Undelivered Message
Content-Type: {returned}

Message-ID: {number}
From: colletta@localhost
To: lia@posta.example
Subject: Ciao

--9B095B5ADSN--
"""


def sent_letter(key: str = "one", *, to: str = LIA, **changes: object) -> Letter:
    """A letter that left the house just now."""
    head = {"kind": "pledges.receipt", "language": "it", "subject": "Ciao", "text": "parole"}
    at = now()
    sent = {"begun_at": at, "sent_at": at}
    return Letter.objects.create(key=key, to=to, **(head | sent | changes))


def notification(
    letter: Letter,
    *,
    status: str = "5.1.1",
    action: str = "failed",
    number: str | None = None,
    to: str = "colletta@localhost",
    returned: str = "message/rfc822",
) -> bytes:
    """What comes back of a letter, with the letter that it was, or with its head alone."""
    told = {"status": status, "action": action, "returned": returned, "to": to}
    number = message_id(letter.pk) if number is None else number
    return NOTIFICATION.format(number=number, **told).replace("\n", "\r\n").encode()


def to_its_sender(letter: Letter) -> bytes:
    """The same where nothing of the letter came along, but it came to the letter's own sender."""
    return notification(letter, number="<unknown@posta.example>", to=sender(letter.pk))
