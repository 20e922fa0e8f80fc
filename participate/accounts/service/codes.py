"""One-time codes: asked for, sent, tried."""

import hmac
import secrets
from collections.abc import Mapping

from sqlalchemy import update

from participate.accounts import rules
from participate.accounts.current import keyed_hash, new_secret
from participate.accounts.models import Code
from participate.accounts.words import Channel, CodeUse
from participate.core import clock
from participate.core.db import aside, db
from participate.outbox.service import promise


def ask_code(use: CodeUse, channel: Channel, contact: str, draft: Mapping[str, object]) -> tuple[int, str]:
    """Send a new code to `contact`; older ones for it are void. Returns (code id, the browser's secret).

    `draft` is JSON that waits until the code proves the contact. The outbox holds the digits until they are
    sent, and never longer than the code is good.
    """
    now, digits, secret = clock.now(), f"{secrets.randbelow(10**rules.CODE_DIGITS):06d}", new_secret()
    db.session.execute(
        update(Code).where(Code.contact == contact, Code.used_at.is_(None)).values(used_at=now)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    code = Code(
        use=use, channel=channel, contact=contact, code_hash="", browser=keyed_hash("browser", secret),
        draft=dict(draft), made_at=now, good_until=now + rules.CODE_LIFE,
    )  # fmt: skip
    db.session.add(code)
    db.session.flush()
    code.code_hash = keyed_hash("code", f"{code.id}:{digits}")
    promise(
        "letter.to_contact",
        {"name": "code", "channel": channel.value, "to": contact, "facts": {"digits": digits}},
        key=f"code-{code.id}",
        good_until=code.good_until,
    )
    db.session.flush()
    return code.id, secret


def open_door(code: Code, secret: str, digits: str) -> None:
    """Mark `code` as proved by the right `digits` from the right browser. Raises CodeSpent or CodeWrong."""
    now = clock.now()
    rules.check_code(
        right=hmac.compare_digest(code.code_hash, keyed_hash("code", f"{code.id}:{digits}")),
        wrong_before=code.wrong,
        used=code.used_at is not None or code.proved_at is not None,
        same_browser=hmac.compare_digest(code.browser, keyed_hash("browser", secret)),
        good_until=code.good_until,
        now=now,
    )
    won = db.session.execute(
        update(Code).where(Code.id == code.id, Code.proved_at.is_(None), Code.used_at.is_(None)).values(proved_at=now)
    )
    if won.rowcount != 1:  # type: ignore[attr-defined]
        raise rules.CodeSpent


def wrong_code(code_id: int) -> None:
    """Count a wrong try, whatever becomes of the request."""
    with aside() as kept:
        kept.execute(update(Code).where(Code.id == code_id, Code.wrong < rules.MOST_WRONG).values(wrong=Code.wrong + 1))
