"""Sign-ups, hosts, connections and answers."""

from collections.abc import Mapping

from participate.insight.periods import Period
from participate.introductions.models import Introduction
from participate.paper.models import LinkDay
from participate.sessions.models import Attendance, SignUp
from participate.sessions.words import AgeBand, SignUpStatus
from participate.surveys.models import EqualityAnswer, Pulse
from tests.insight.twice.rows import Cells, Part, borough, counts, held, in_the_end, laid, rows


def sign_ups(period: Period) -> Mapping[str, Cells]:
    sessions = {session.id: session for session in held(period)}
    came = {(one.session_id, one.person_id) for one in rows(Attendance) if one.person_id}
    ticked = {one.sign_up_id for one in rows(Attendance)}
    parts: dict[str, list[Part]] = {"waited": [], "held_places": [], "no_shows": []}
    for one in rows(SignUp):
        if one.session_id not in sessions:
            continue
        who = in_the_end(one.person_id).id
        part = Part(sessions[one.session_id].ward_id, 1, [who], [str(who)])
        if one.queued_at:
            parts["waited"].append(part)
        if one.status in (SignUpStatus.GOING, SignUpStatus.LIKELY):
            parts["held_places"].append(part)
            if (one.session_id, one.person_id) not in came and one.id not in ticked:
                parts["no_shows"].append(part)
    return {key: laid(period, found) for key, found in parts.items()}


def hosts(period: Period) -> Mapping[str, Cells]:
    who = {in_the_end(session.host_id) for session in held(period) if session.host_id}
    return {"hosts": laid(period, [Part(one.ward_id, 1, [one.id]) for one in who], public=True)}


def links(period: Period) -> Mapping[str, Cells]:
    by_channel: dict[str, int] = dict.fromkeys(("poster", "slip", "newspaper", "message", "invite"), 0)
    for one in rows(LinkDay):
        if counts(period, one.day):
            by_channel[one.channel.value] += one.hits
    cells = borough(sum(by_channel.values()))
    return {"link_hits": cells | {("borough", f"channel:{one}"): (n, n, 0) for one, n in by_channel.items()}}


def connections(period: Period) -> Mapping[str, Cells]:
    opened = [one for one in rows(Introduction) if counts(period, one.opened_at)]
    both = [(in_the_end(one.low_id), in_the_end(one.high_id)) for one in opened]
    across = [(a, b) for a, b in both if a.ward_id and b.ward_id and a.ward_id != b.ward_id]
    within = [(a, b) for a, b in both if a.ward_id and a.ward_id == b.ward_id]

    def line(found: list) -> Cells:
        ids = [one.id for pair in found for one in pair]
        return borough(len(found), len(set(ids)), max(map(ids.count, ids), default=0))

    def ends(found: list) -> Cells:
        return laid(
            period, [Part(one.ward_id, 1, [one.id]) for one in {o for pair in found for o in pair}], public=True
        )

    pairs = [Part(a.ward_id, 1, [a.id, b.id], [str(a.id), str(b.id)]) for a, b in within]
    return {
        "connections": line(both), "connections_across": line(across), "connections_within": laid(period, pairs),
        "connected_people": ends(both), "connected_across": ends(across),
    }  # fmt: skip


def pulses(period: Period) -> Mapping[str, Cells]:
    said = [one for one in rows(Pulse) if counts(period, one.week)]
    worthwhile = [one.worthwhile for one in said if one.worthwhile is not None]
    belonging = [one.belonging for one in said if one.belonging in (1, 2, 3, 4)]
    met = [one.met for one in said if one.met is not None]
    answered = [one for one in said if not (one.worthwhile is None and one.belonging is None and one.met is None)]
    there = {one.id for one in held(period)}
    asked = [one for one in rows(Attendance) if one.session_id in there and one.person_id]
    asked = [one for one in asked if one.band is AgeBand.ADULT]
    numbers = {
        "pulse_answered": len(answered), "pulse_worthwhile": len(worthwhile), "pulse_belonging": len(belonging),
        "pulse_worthwhile_high": sum(one in (7, 8, 9, 10) for one in worthwhile), "pulse_met": len(met),
        "pulse_belonging_strong": sum(one in (1, 2) for one in belonging), "pulse_met_new": sum(map(bool, met)),
    }  # fmt: skip
    people = {in_the_end(one.person_id).id for one in asked}
    return {"pulse_asked": borough(len(asked), len(people))} | {key: borough(n) for key, n in numbers.items()}


def equality(period: Period) -> Mapping[str, Cells]:
    said = [one for one in rows(EqualityAnswer) if period.first <= one.quarter <= period.last]
    disabled = {"a_lot": "yes", "a_little": "yes", "no": "no", "not_at_all": "no"}
    splits = {
        "age": (("16-24", "25-34", "35-49", "50-64", "65+", "rather_not"), lambda one: one.age_band),
        "ethnic": (
            ("white", "mixed", "asian", "black", "other", "rather_not"),
            lambda one: one.ethnic_group if one.ethnic_group == "rather_not" else one.ethnic_group.split("_")[0],
        ),
        "disability": (("yes", "no", "rather_not"), lambda one: disabled.get(one.disability, "rather_not")),
    }
    cells = borough(len(said))
    for kind, (names, answer) in splits.items():
        for name in names:
            number = sum(answer(one) == name for one in said)
            cells["borough", f"{kind}:{name}"] = (number, number, 0)
    return {"equality_answers": cells}
