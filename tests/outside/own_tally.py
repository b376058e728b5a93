"""A second reading of domain.md, written apart from the program's: classification and the week's tally.

It shares no code with shared/tally and goes about it differently (every elementary stretch of the week is judged by
itself, with Python's zone data), so that an error in one reading shows as a difference.
"""
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

COMMUNITY = {"employer_site", "vr_office", "library", "school", "cafe", "participant_home", "training_site",
             "other_community"}
AGENCY = {"program_site", "satellite_office"}
PRIVATE = {"participant_home", "own_home"}

DEFAULT_POLICY = {
    "effective_from": "2000-01-01", "week_starts_on": "mon", "minimum_percent": 50, "recommended_percent": 65,
    "commute_is_work": False, "return_travel_counts": True, "staff_training_counts": False,
    "remote_contact_counts": True, "satellite_service_counts": False, "no_show_cap_minutes": 30, "holidays": [],
    "employer_contacts_per_week": 6, "fidelity_anchors": [30, 40, 50, 65], "running_cap_hours": 12,
}


def classify(entry, policy):
    """(time, reason, flagged, capped)"""
    activity, contact = entry["activity"], entry.get("contact", "none")
    if activity == "break":
        return "not_worked", "break", False, False
    if activity == "travel":
        start, end = entry.get("from_place"), entry.get("to_place")
        if not start or not end:
            return "on_site", "incomplete", False, False
        if "own_home" in (start, end) and not policy["commute_is_work"]:
            return "not_worked", "commute", False, False
        if end in COMMUNITY:
            return "community", "travel_to_community", False, False
        if start in COMMUNITY:
            counts = policy["return_travel_counts"]
            return ("community", "travel_back", True, False) if counts else ("on_site", "travel_back", False, False)
        return "on_site", "travel_between_offices", False, False
    place = entry.get("place")
    if not place:
        return "on_site", "incomplete", False, False
    if place in ("program_site", "own_home", "satellite_office"):
        return "on_site", place, False, False  # satellite_service_counts is not switched on by these checks
    if activity == "documentation":
        if entry.get("participant_present") and contact == "in_person":
            return "community", "collaborative_documentation", False, False
        return "on_site", "solo_documentation", False, False
    if activity in ("training", "team_meeting", "supervision"):
        if activity == "training" and policy["staff_training_counts"]:
            return "community", "staff_activity", True, False
        return "on_site", "staff_activity", False, False
    if entry.get("no_show"):
        return "community", "no_show_wait", True, True
    if contact in ("video", "phone"):
        counts = policy["remote_contact_counts"]
        return ("community", "remote_contact", True, False) if counts else ("on_site", "remote_contact", False, False)
    if activity == "other_work" and contact == "none":
        return "on_site", "solo_work", False, False
    return "community", "community_service", False, False


def midnight_ms(day, zone):
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()) * 1000


def end_of(entry, policy, now):
    if entry.get("ends_at") is not None:
        return entry["ends_at"]
    return max(entry["starts_at"], min(now, entry["starts_at"] + policy["running_cap_hours"] * 3600_000))


def pieces_of(entry, policy, now):
    start, end = entry["starts_at"], end_of(entry, policy, now)
    time, _, flagged, capped = classify(entry, policy)
    if not capped:
        return [(start, end, time, flagged)]
    cut = min(end, start + policy["no_show_cap_minutes"] * 60_000)
    return [(start, cut, time, flagged), (cut, end, "on_site", False)]


def day_minutes(day, schedules, leave, policy):
    """(pattern or None, leave, scheduled) in minutes."""
    known = [s for s in schedules if s["effective_from"] <= day.isoformat()]
    off = sum(row["minutes"] for row in leave if row["date"] == day.isoformat())
    if not known:
        return None, off, 0
    pattern = max(known, key=lambda s: s["effective_from"])["minutes"][day.weekday()]
    if day.isoformat() in policy["holidays"]:
        return pattern, off, 0
    return pattern, off, max(0, pattern - off)


def percent_text(community, work):
    if work == 0:
        return None
    tenths = community * 1000 // work
    return f"{tenths // 10}.{tenths % 10}"


def tally(week_start, zone_name, entries, schedules, leave, policy, now):
    zone = ZoneInfo(zone_name)
    days = [week_start + timedelta(days=i) for i in range(7)]
    bounds = [midnight_ms(week_start + timedelta(days=i), zone) for i in range(8)]
    rank = {"on_site": 0, "community": 1, "not_worked": 2}
    pieces = [(start, end, time, flagged, entry) for entry in entries
              for start, end, time, flagged in pieces_of(entry, policy, now) if start < end]
    cuts = sorted({b for b in bounds} | {min(max(t, bounds[0]), bounds[7]) for p in pieces for t in p[:2]})
    zero = lambda: {"community": 0, "on_site": 0, "not_worked": 0}
    by_day, by_activity, by_place = [zero() for _ in days], {}, {}
    overlap = tagged = flagged_ms = 0
    untagged = {}
    for a, b in zip(cuts, cuts[1:]):
        live = [p for p in pieces if p[0] <= a and b <= p[1]]
        if not live:
            continue
        if len(live) > 1:
            overlap += b - a
        start, _, time, flagged, entry = min(
            live, key=lambda p: (rank[p[2]], p[3], p[4]["starts_at"], p[4]["rid"]))
        day = max(i for i in range(7) if bounds[i] <= a)
        by_day[day][time] += b - a
        by_activity.setdefault(entry["activity"], zero())[time] += b - a
        place = "travel" if entry["activity"] == "travel" else entry.get("place") or "unspecified"
        by_place.setdefault(place, zero())[time] += b - a
        if time == "community":
            fixed = any("lat" in (entry.get(t) or {}) for t in ("start_tag", "end_tag"))
            tagged += (b - a) if fixed else 0
            flagged_ms += (b - a) if flagged else 0
    total = {k: sum(d[k] for d in by_day) // 1000 for k in zero()}
    logged = total["community"] + total["on_site"]

    planned = [day_minutes(day, schedules, leave, policy) for day in days]
    has_schedule = any(p[0] is not None for p in planned)
    full = sum(p[2] for p in planned) * 60
    if now >= bounds[7]:
        scheduled = full
    elif now < bounds[0]:
        scheduled = 0
    else:
        today = max(i for i in range(7) if bounds[i] <= now)
        logged_today = by_day[today]["community"] + by_day[today]["on_site"]
        scheduled = (sum(p[2] for p in planned[:today]) * 60_000 + min(planned[today][2] * 60_000, logged_today)) // 1000
    work = max(scheduled, logged) if has_schedule else logged
    community = total["community"]
    reaches = lambda percent: work > 0 and Fraction(community, work) >= Fraction(percent, 100)
    pattern = sum(p[0] or 0 for p in planned) * 60
    if work == 0 or (full * 2 < pattern if has_schedule else logged < 8 * 3600):
        standing = "too_little"
    elif reaches(policy["recommended_percent"]):
        standing = "recommended"
    else:
        standing = "minimum" if reaches(policy["minimum_percent"]) else "below"
    whole = max(full, logged) if has_schedule else logged
    need = lambda percent: max(0, -(-percent * whole // 100) - community)
    seconds = lambda split: {f"{k}_s": v // 1000 for k, v in split.items()}
    contacts = [e for e in entries if e["activity"] == "employer_visit" and e.get("contact") == "in_person"
                and e.get("employer_id") and bounds[0] <= e["starts_at"] < bounds[7]]
    return {
        "week_start": week_start.isoformat(), "time_zone": zone_name,
        "community_s": community, "on_site_s": total["on_site"], "not_worked_s": total["not_worked"],
        "logged_s": logged, "scheduled_s": scheduled, "unaccounted_s": work - logged, "work_s": work,
        "overlap_s": overlap // 1000, "tagged_s": tagged // 1000, "flagged_s": flagged_ms // 1000,
        "share": percent_text(community, work), "strict_share": percent_text(community - flagged_ms // 1000, work),
        "standing": standing,
        "fidelity_score": 1 + sum(reaches(anchor) for anchor in policy["fidelity_anchors"]),
        "by_activity": {k: seconds(v) for k, v in by_activity.items()},
        "by_place": {k: seconds(v) for k, v in by_place.items()},
        "days": [{"date": day.isoformat(), **seconds(split), "scheduled_s": p[2] * 60, "leave_s": p[1] * 60}
                 for day, split, p in zip(days, by_day, planned)],
        "needed": {"minimum_s": need(policy["minimum_percent"]), "recommended_s": need(policy["recommended_percent"]),
                   "schedule_left_s": whole - logged},
        "employer_contacts_total": len(contacts),
    }
