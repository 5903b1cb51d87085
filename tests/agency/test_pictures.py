"""Uploaded pictures: made in all sizes by the worker, shown with what there is, kept by browsers for as long as they last."""

import io
from pathlib import PurePath

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django_tasks_db.models import DBTaskResult
from PIL import Image
from wagtail.models import Page

from agency import pictures, renditions
from agency.models import AgencyImage, ConsultantPage, HomePage
from specialisms.models import SpecialismPage
from tests import factories
from tests.support.tasks import run_waiting

pytestmark = pytest.mark.django_db


def uploaded(width: int = 1800, height: int = 120, colour: str = "teal", **fields: object) -> AgencyImage:
    """A picture wide enough for every size, and flat enough to be quick."""
    content = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(content, "JPEG")
    file = ContentFile(content.getvalue(), name="bridge.jpg")
    return AgencyImage.objects.create(title="A bridge", description="A bridge", file=file, **fields)


def made(image: AgencyImage) -> set[str]:
    """The renditions there are of it."""
    return set(image.renditions.values_list("filter_spec", flat=True))


def waiting() -> list[int]:
    """The pictures that the worker was asked for and has not made."""
    tasks = DBTaskResult.objects.ready().filter(task_path=renditions.make.module_path)
    return [arguments["args"][0] for arguments in tasks.order_by("enqueued_at").values_list("args_kwargs", flat=True)]


def showing(image: AgencyImage, home: HomePage, times: int = 1) -> Page:
    """A page that begins with the picture."""
    value = {"image": {"image": image.pk, "alt_text": "A bridge at dusk", "decorative": False}, "caption": ""}
    page = factories.PlainPageFactory(parent=home)
    page.body = page.body.stream_block.to_python([{"type": "image", "value": value}] * times)
    page.save()
    return page


def shown_on(page: Page) -> list[Tag]:
    """Its pictures as a visitor gets them."""
    response = Client().get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").find("main").find_all("picture")


def every_spec() -> set[str]:
    return {wanted.spec for wanted in pictures.all_filters()}


@pytest.mark.database
def test_an_upload_makes_nothing_itself_and_asks_the_worker(db: None) -> None:
    image = uploaded()
    assert made(image) == set()
    assert waiting() == [image.pk]


@pytest.mark.database
def test_an_upload_that_is_taken_back_asks_for_nothing(db: None) -> None:
    with transaction.atomic():
        uploaded()
        transaction.set_rollback(True)
    assert waiting() == []


@pytest.mark.database
def test_the_worker_makes_every_size_in_every_format(db: None) -> None:
    image = uploaded(300, 200)
    run_waiting()
    assert made(image) == every_spec()
    formats = {}
    for rendition in image.renditions.all():
        with rendition.file.open() as file:
            formats[rendition.filter_spec.rpartition("-")[2]] = Image.open(file).format
    assert formats == {"avif": "AVIF", "webp": "WEBP", "jpeg": "JPEG"}


def test_what_is_there_is_not_made_again(db: None) -> None:
    image = uploaded(300, 200)
    run_waiting()
    before = set(image.renditions.values_list("pk", "file"))
    image.title = "Another title"
    image.save()
    run_waiting()
    assert set(image.renditions.values_list("pk", "file")) == before


def test_a_new_focal_point_asks_for_what_depends_on_it(db: None) -> None:
    image = uploaded(300, 200)
    run_waiting()
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 20, 20, 10, 10
    image.save()
    run_waiting()
    fresh = AgencyImage.objects.get(pk=image.pk)
    assert {wanted.spec for wanted in fresh.find_existing_renditions(*pictures.all_filters())} == every_spec()


def test_a_picture_that_is_gone_is_no_fault(db: None) -> None:
    image = uploaded()
    AgencyImage.objects.filter(pk=image.pk).delete()
    assert renditions.make.func(image.pk) == 0


def test_a_file_that_is_gone_is_noted(caplog: pytest.LogCaptureFixture) -> None:
    image = uploaded()
    image.file.storage.delete(image.file.name)
    run_waiting()
    assert f"picture {image.pk} cannot be read" in caplog.text


def test_another_content_has_another_address(db: None) -> None:
    """Wagtail names renditions by the name of the upload, which comes again when a picture is replaced twice."""
    addresses = set()
    for colour in ("teal", "maroon"):
        image = uploaded(300, 200, colour)
        addresses.add(image.get_rendition(pictures.AVATAR.stand_in).url)
        image.file.storage.delete(image.file.name)  # the next one gets its name
        for rendition in image.renditions.all():
            rendition.file.storage.delete(rendition.file.name)
    assert len(addresses) == 2


@pytest.mark.database
def test_a_page_makes_one_picture_at_most(home: HomePage) -> None:
    image = uploaded()
    page = showing(image, home)
    (picture,) = shown_on(page)
    assert made(image) == {pictures.IN_PAGE.stand_in.spec}
    assert picture.find("source") is None
    assert picture.img["src"].endswith(".jpg")
    assert (picture.img["width"], picture.img["height"], picture.img["alt"]) == ("1024", "68", "A bridge at dusk")


@pytest.mark.database
def test_a_picture_that_threads_may_share_is_never_opened(db: None, monkeypatch) -> None:
    image, opened = uploaded(), []
    image.prefetched_renditions = []
    make = AgencyImage.get_rendition
    monkeypatch.setattr(AgencyImage, "get_rendition", lambda self, wanted: opened.append(self) or make(self, wanted))
    first, second = pictures.show(image, pictures.IN_PAGE), pictures.show(image, pictures.IN_PAGE)
    assert first == second
    assert len(opened) == 1
    assert opened[0] is not image


def test_a_page_shows_what_the_worker_has_made_and_makes_nothing(home: HomePage, monkeypatch) -> None:
    image = uploaded()
    page = showing(image, home)
    run_waiting()
    monkeypatch.setattr(AgencyImage, "create_rendition", None)
    (picture,) = shown_on(page)
    assert [source["type"] for source in picture.find_all("source")] == ["image/avif", "image/webp"]
    for offer in [*picture.find_all("source"), picture.img]:
        assert [part.rpartition(" ")[2] for part in offer["srcset"].split(", ")] == ["1600w", "1024w", "680w"]
        assert offer["sizes"] == pictures.IN_PAGE.sizes
    assert (picture.img["width"], picture.img["height"]) == ("1600", "106")


def test_a_page_shows_what_there_is_so_far(home: HomePage) -> None:
    image = uploaded()
    page = showing(image, home)
    for spec in pictures.IN_PAGE.specs:
        if "jpeg" in spec:
            image.get_rendition(spec)
    (picture,) = shown_on(page)
    assert picture.find("source") is None
    assert picture.img["srcset"].count(",") == 2
    assert len(made(image)) == 3


def test_a_small_picture_is_offered_once_a_format(home: HomePage) -> None:
    image = uploaded(300, 200)
    page = showing(image, home)
    run_waiting()
    (picture,) = shown_on(page)
    assert all("," not in source["srcset"] for source in picture.find_all("source"))
    assert picture.img["width"] == "300"


def test_a_picture_whose_file_is_gone_leaves_the_page_standing(home: HomePage) -> None:
    image = uploaded()
    page = showing(image, home)
    image.file.storage.delete(image.file.name)
    (picture,) = shown_on(page)
    assert picture.img["alt"] == "A bridge at dusk"


def test_the_first_picture_of_a_page_comes_at_once_and_the_others_when_they_are_needed(home: HomePage) -> None:
    first, second = shown_on(showing(uploaded(), home, times=2))
    assert first.img["fetchpriority"] == "high"
    assert "loading" not in first.img.attrs
    assert second.img["loading"] == "lazy"
    assert "fetchpriority" not in second.img.attrs
    assert second.img["sizes"] == f"auto, {pictures.IN_PAGE.sizes}"


def test_a_picture_further_down_waits(specialism: SpecialismPage) -> None:
    """The body of a specialism follows its remit."""
    body = showing(uploaded(), specialism.get_parent().get_parent()).body
    specialism.body = specialism.body.stream_block.to_python(body.raw_data)
    specialism.save()
    (picture,) = shown_on(specialism)
    assert picture.img["loading"] == "lazy"


def test_a_portrait_comes_in_its_own_sizes(consultant: ConsultantPage) -> None:
    consultant.portrait = uploaded(300, 300)
    consultant.save()
    run_waiting()
    (picture,) = shown_on(consultant)
    assert picture.img["srcset"].split()[1::2] == ["256w,", "128w"]
    assert "loading" not in picture.img.attrs
    (small,) = shown_on(consultant.get_parent())
    assert small.img["srcset"].split()[1::2] == ["128w,", "64w"]
    assert small.img["class"] == ["avatar"]


@pytest.mark.database
def test_pictures_from_before_are_found_and_asked_for_once(db: None) -> None:
    lacking, complete = uploaded(300, 200), uploaded(200, 100)
    DBTaskResult.objects.all().delete()
    renditions.make.func(complete.pk)
    assert renditions.sweep() == 1
    assert waiting() == [lacking.pk]
    assert renditions.sweep() == 0
    run_waiting()
    assert made(lacking) == every_spec()
    assert renditions.sweep() == 0


def test_names_of_renditions_stay_short(db: None) -> None:
    image = uploaded(30, 20)
    image.file.save(f"{'long-' * 30}.jpg", image.file)
    rendition = image.get_rendition(pictures.IN_GUIDE.filters[0])
    assert len(PurePath(rendition.file.name).name) <= 80
