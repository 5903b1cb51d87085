"""Pay files and the ledger: what a file would change, and changing it."""

import datetime
from unittest import mock

import pytest
from django.db import IntegrityError
from django.db.models.signals import post_save
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from agency.models import User
from specialisms.models import Basis, Level, PayBand
from specialisms.pay import files, plans, transfer
from specialisms.pay.transfer import OutdatedError
from tests import factories
from tests.specialisms.test_pay_files import ROW, file

pytestmark = pytest.mark.django_db

words = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60).map(str.strip)
named = words.filter(bool)
days = st.dates(datetime.date(1990, 1, 1), datetime.date(2990, 1, 1))


@pytest.fixture
def ledger(specialism, consultant):
    """What the example row refers to."""
    factories.role("Machine Learning Engineer")
    return specialism


ROOT = User(is_superuser=True)
"""May do everything."""


def plan(*rows: dict[str, str], **options) -> plans.Plan:
    """What a file with these rows would do."""
    return plans.plan(files.read(file(*rows, **options)), ROOT)


def apply(user, *rows: dict[str, str]) -> plans.Plan:
    """Import these rows."""
    sheet = files.read(file(*rows))
    return transfer.apply(sheet, plans.plan(sheet, user).digest, user)


def problems(*rows: dict[str, str]) -> list[tuple[int, str]]:
    """Line and column of what is wrong with these rows."""
    return [(problem.line, problem.column) for problem in plan(*rows).problems]


@pytest.fixture
def user(consultant):
    """Who imports."""
    return factories.user("ada", is_superuser=True)


def test_new_band(ledger, consultant, user) -> None:
    planned = plan(ROW)
    assert planned.problems == []
    assert [change.kind for change in planned.changes] == ["new"]
    assert not PayBand.objects.exists()
    apply(user, ROW)
    band = PayBand.objects.get()
    assert (band.role.name, band.level, band.place, band.currency) == (ROW["role"], "senior", "London", "GBP")
    assert (band.p25, band.p50, band.p75, band.sample_size) == (100_000, 115_000, 132_000, 42)
    assert (band.bonus_note, band.equity_note, band.illustrative) == ("10–15% target", "EMI options", False)
    assert (band.owner, str(band.as_of), str(band.checked_on)) == (consultant, "2026-09-30", "2026-10-01")
    assert ModelLogEntry.objects.filter(action="wagtail.create", user=user).count() == 1


def test_changed_and_unchanged_bands(ledger, user) -> None:
    apply(user, ROW, ROW | {"place": "Leeds"})
    planned = plan(ROW | {"p50": "118,000", "bonus": ""}, ROW | {"place": "Leeds"})
    assert [change.kind for change in planned.changes] == ["changed", "unchanged"]
    differences = [(d.column, d.old, d.new) for d in planned.changes[0].differences]
    assert differences == [("p50", "115000", "118000"), ("bonus", "10–15% target", "")]
    assert PayBand.objects.get(place="London").p50 == 115_000
    apply(user, ROW | {"p50": "118000", "bonus": ""})
    assert PayBand.objects.get(place="London").p50 == 118_000
    assert PayBand.objects.get(place="Leeds").p50 == 115_000
    assert ModelLogEntry.objects.filter(action="wagtail.edit").count() == 1


def test_missing_columns_keep_their_values(ledger, user) -> None:
    apply(user, ROW)
    columns = [name for name in files.NAMES if name in files.REQUIRED]
    assert plan(ROW, columns=columns).changes[0].kind == "unchanged"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("specialism", "nowhere"),
        ("role", "Nobody"),
        ("owner", "nobody"),
        ("owner", ""),
        ("level", "boss"),
        ("place", ""),
        ("place", "x" * 61),
        ("currency", "pounds"),
        ("currency", "GPB"),
        ("currency", ""),
        ("basis", "weekly"),
        ("p25", "lots"),
        ("p50", "99999"),
        ("p75", "114000"),
        ("p75", "999999999999"),
        ("sample", "-1"),
        ("source", ""),
        ("source_url", "not an address"),
        ("as_of", ""),
        ("valid_until", "2026-01-01"),
        ("checked_on", "yesterday"),
        ("illustrative", "perhaps"),
        ("bonus", "x" * 121),
    ],
)
def test_wrong_cells_are_named(ledger, column: str, cell: str) -> None:
    found = problems(ROW, ROW | {"place": "Leeds", column: cell})
    assert found == [(3, column)], found


def test_same_band_twice_in_a_file(ledger) -> None:
    planned = plan(ROW, ROW | {"level": "Senior", "currency": "gbp"})
    assert planned.problems[0].line == 3
    assert "line 2" in planned.problems[0].message


def test_ambiguous_specialism_is_refused(ledger, directory) -> None:
    family = factories.SpecialismPageFactory(parent=directory)
    factories.SpecialismPageFactory(parent=family, slug=ledger.slug)
    assert problems(ROW) == [(2, "specialism")]


def test_role_in_other_capitals(ledger) -> None:
    assert plan(ROW | {"role": "machine learning ENGINEER"}).problems == []


def test_nothing_is_stored_if_one_row_is_wrong(ledger, user) -> None:
    sheet = files.read(file(ROW, ROW | {"place": "Leeds", "p25": "x"}))
    with pytest.raises(OutdatedError):
        transfer.apply(sheet, plans.plan(sheet, user).digest, user)
    assert not PayBand.objects.exists()


def test_a_ledger_that_changed_since_the_preview_is_left_alone(ledger, user) -> None:
    apply(user, ROW, ROW | {"place": "Leeds"})
    sheet = files.read(file(ROW | {"p50": "118000"}, ROW | {"place": "York"}))
    digest = plans.plan(sheet, user).digest
    PayBand.objects.filter(place="London").update(p50=116_000)
    with pytest.raises(OutdatedError):
        transfer.apply(sheet, digest, user)
    PayBand.objects.filter(place="London").update(p50=115_000)
    PayBand.objects.filter(place="Leeds").update(p50=116_000)  # the file does not name it
    transfer.apply(sheet, digest, user)
    assert set(PayBand.objects.values_list("place", "p50")) == {
        ("London", 118_000),
        ("Leeds", 116_000),
        ("York", 115_000),
    }


def test_all_or_nothing(ledger, user) -> None:
    """The second half fails after the first was written."""
    apply(user, ROW)
    sheet = files.read(file(ROW | {"p50": "118000"}, ROW | {"place": "York"}))
    digest = plans.plan(sheet, user).digest
    with (
        mock.patch.object(PayBand.objects.__class__, "bulk_update", side_effect=IntegrityError),
        pytest.raises(OutdatedError),
    ):
        transfer.apply(sheet, digest, user)
    assert list(PayBand.objects.values_list("place", "p50")) == [("London", 115_000)]


def test_planning_costs_the_same_for_two_and_for_two_hundred_rows(ledger, user, django_assert_num_queries) -> None:
    apply(user, ROW)
    for count in (2, 200):
        sheet = files.read(file(*[ROW | {"place": f"Town {number}"} for number in range(count)]))
        with django_assert_num_queries(4):
            assert len(plans.plan(sheet, user).changes) == count


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_importing_what_was_exported_changes_nothing(ledger, consultant, data) -> None:
    PayBand.objects.all().delete()
    for place in data.draw(st.lists(named, min_size=1, max_size=4, unique=True)):
        p25, p50, p75 = sorted(data.draw(st.tuples(*[st.integers(0, 2_147_483_647)] * 3)))
        as_of, until = sorted(data.draw(st.tuples(days, days)))
        factories.pay_band(
            ledger,
            place=place,
            level=data.draw(st.sampled_from(Level.values)),
            basis=data.draw(st.sampled_from(Basis.values)),
            p25=p25,
            p50=p50,
            p75=p75,
            bonus_note=data.draw(words),
            equity_note=data.draw(words),
            sample_size=data.draw(st.none() | st.integers(0, 2_147_483_647)),
            source_name=data.draw(named),
            publisher=data.draw(words),
            as_of=as_of,
            valid_until=until,
            checked_on=data.draw(days),
            owner=data.draw(st.sampled_from([None, consultant])),
            illustrative=data.draw(st.booleans()),
        )
    exported = transfer.export(PayBand.objects.select_related("specialism", "role", "owner"))
    planned = plans.plan(files.read(exported.encode()), ROOT)
    assert planned.problems == []
    assert {change.kind for change in planned.changes} == {"unchanged"}


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.fixed_dictionaries({name: words | st.just(ROW[name]) for name in files.NAMES}), min_size=1, max_size=3
    )
)
def test_any_rows_give_a_plan_or_problems(ledger, rows: list[dict[str, str]]) -> None:
    planned = plan(*rows)
    assert planned.problems or planned.changes


def test_who_watches_the_ledger_is_told_once_for_each_role(ledger, user) -> None:
    told = []

    def note(instance: PayBand, **_signal) -> None:
        told.append(instance.role.name)

    factories.role("Data Engineer")
    post_save.connect(note, sender=PayBand)
    try:
        apply(user, ROW, ROW | {"place": "Leeds"}, ROW | {"role": "Data Engineer"})
        apply(user, ROW, ROW | {"place": "Leeds"})
    finally:
        post_save.disconnect(note, sender=PayBand)
    assert sorted(told) == ["Data Engineer", "Machine Learning Engineer"]
