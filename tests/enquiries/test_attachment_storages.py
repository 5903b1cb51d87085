"""Where files lie: a folder apart from everything that is served, or a bucket; set by one variable each."""

import re
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from botocore.exceptions import ClientError
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from moto import mock_aws

from agency.settings.env import BASE_DIR
from agency.settings.storage import mandate_files
from enquiries.attachments import keeping, refusal, storing
from enquiries.attachments.bucket import PrivateBucket
from enquiries.attachments.downloading import download
from enquiries.attachments.folder import PrivateFolder
from enquiries.checks import files_lie_apart
from enquiries.models import Mandate, StoredFile
from tests import factories
from tests.agency.test_settings import COMPLETE, python
from tests.enquiries.files import pdf, txt, upload

URL = "s3://key:secret@/agency-mandates/clients?region=eu-west-2"


def test_the_folder_is_the_default() -> None:
    entry = mandate_files("", Path("/data/mandates"))
    assert entry["BACKEND"] == f"{PrivateFolder.__module__}.{PrivateFolder.__name__}"
    assert entry["OPTIONS"] == {"location": Path("/data/mandates")}


URLS = {
    URL: {
        "bucket_name": "agency-mandates",
        "location": "clients",
        "access_key": "key",
        "secret_key": "secret",
        "region_name": "eu-west-2",
    },
    "s3://k%2Fy:s%2F%40%3A@minio.example:9000/b": {
        "bucket_name": "b",
        "location": "",
        "access_key": "k/y",
        "secret_key": "s/@:",
        "endpoint_url": "https://minio.example:9000",
    },
    "s3+http://k:s@minio/b/": {
        "bucket_name": "b",
        "location": "",
        "access_key": "k",
        "secret_key": "s",
        "endpoint_url": "http://minio",
    },
    "s3:///b": {"bucket_name": "b", "location": ""},
}


@pytest.mark.parametrize("url", URLS)
def test_a_bucket_by_url(url: str) -> None:
    entry = mandate_files(url, Path("/data/mandates"))
    assert entry["BACKEND"] == f"{PrivateBucket.__module__}.{PrivateBucket.__name__}"
    assert entry["OPTIONS"] == URLS[url]


@pytest.mark.parametrize(
    "url", ["s3://host", "s3://key:secret@host/", "https://host/bucket", "bucket", "file:///data"]
)
def test_what_is_no_bucket_stops_the_site_from_starting(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="MANDATE_FILES_URL") as stopped:
        mandate_files(url, Path("/data/mandates"))
    assert "secret" not in str(stopped.value).replace("s3://key:secret@host/bucket", "")


def test_production_takes_the_folder(tmp_path: Path) -> None:
    code = "import django; django.setup(); from django.core.files.storage import storages as s; print(s['mandates'].location)"
    assert python(code, "production", tmp_path, **COMPLETE).stdout.strip() == str(tmp_path / "mandates")
    done = python(code, "production", tmp_path, **COMPLETE, MANDATE_FILES_ROOT=str(tmp_path / "elsewhere"))
    assert done.stdout.strip() == str(tmp_path / "elsewhere"), done.stderr


def test_production_takes_the_bucket(tmp_path: Path) -> None:
    code = (
        "import django; django.setup(); from django.core.files.storage import storages as s; b = s['mandates'];"
        "print(b.bucket_name, b.location, b.default_acl, b.endpoint_url, b.access_key)"
    )
    done = python(code, "production", tmp_path, **COMPLETE, MANDATE_FILES_URL="s3://k:s@minio.example/b/c")
    assert done.stdout.split() == ["b", "c", "None", "https://minio.example", "k"], done.stderr


@pytest.fixture
def bucket(settings) -> Iterator[PrivateBucket]:
    """A bucket of AWS that exists only here."""
    with mock_aws():
        where = {"LocationConstraint": "eu-west-2"}
        client = boto3.client("s3", region_name="eu-west-2", aws_access_key_id="key", aws_secret_access_key="secret")
        client.create_bucket(
            Bucket="agency-mandates", CreateBucketConfiguration=where, ObjectOwnership="BucketOwnerEnforced"
        )
        settings.STORAGES = {**settings.STORAGES, "mandates": mandate_files(URL, Path())}
        yield storing.private_storage()


def keys(bucket: PrivateBucket) -> list[str]:
    """What lies in the bucket."""
    return [found.key for found in bucket.bucket.objects.all()]


@pytest.fixture
def mandate(db) -> Mandate:
    """The mandate that files are for."""
    return factories.mandate()


def test_a_file_in_a_bucket_is_stored_handed_out_and_removed(
    mandate: Mandate, bucket: PrivateBucket, django_capture_on_commit_callbacks
) -> None:
    kept = keeping.add_files(mandate, [upload("role.pdf", pdf()), upload("b.txt", txt())], submitted=True).kept
    assert sorted(keys(bucket)) == sorted(
        f"clients/{name}" for name in StoredFile.objects.values_list("name", flat=True)
    )
    response = download(kept[0])
    assert b"".join(response) == pdf()
    assert response["Content-Disposition"] == 'attachment; filename="role.pdf"'
    assert response["Content-Type"] == "application/pdf"
    bucket.save("0" * 64, ContentFile(b"stray"))
    assert storing.delete_strays() == 1
    assert storing.without_content() == []
    with django_capture_on_commit_callbacks(execute=True):
        mandate.delete()
    assert keys(bucket) == []
    assert not StoredFile.objects.exists()


def test_what_lies_in_a_bucket_is_private_and_says_nothing(mandate: Mandate, bucket: PrivateBucket) -> None:
    keeping.add_files(mandate, [upload("Wilhelmina.pdf", pdf())], submitted=True)
    (found,) = bucket.bucket.objects.all()
    anyone = "http://acs.amazonaws.com/groups/global/AllUsers"
    assert anyone not in str(found.Acl().grants)
    assert "Wilhelmina" not in str(found.get())
    assert found.get()["ContentType"] == "application/octet-stream"
    with pytest.raises(ValueError, match="no address"):
        bucket.url(found.key)


def test_a_bucket_that_is_away_is_an_answer_and_leaves_nothing(
    mandate: Mandate, bucket: PrivateBucket, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    def away(*_args: object, **_kwargs: object) -> None:
        raise ClientError({"Error": {"Code": "503", "Message": "Slow down, key"}}, "PutObject")

    with monkeypatch.context() as patch:
        patch.setattr(PrivateBucket, "_save", away)
        outcome = keeping.add_files(mandate, [upload("role.pdf", pdf())], submitted=True)
    assert outcome.refused == [("role.pdf", refusal.NOT_NOW)]
    assert "ClientError" in caplog.text
    assert "Slow down" not in caplog.text
    assert storing.sweep() == 1
    assert not StoredFile.objects.exists()


def test_content_that_is_missing_in_a_bucket_is_not_there(mandate: Mandate, bucket: PrivateBucket) -> None:
    (attachment,) = keeping.add_files(mandate, [upload("role.pdf", pdf())], submitted=True).kept
    bucket.delete(attachment.stored.name)
    with pytest.raises(FileNotFoundError):
        storing.private_storage().open(attachment.stored.name)


@pytest.mark.parametrize("name", ["MEDIA_ROOT", "STATIC_ROOT"])
@pytest.mark.parametrize("inside", ["", "mandates", "a/b/../c"])
def test_a_folder_that_is_served_is_refused(name: str, inside: str, settings, tmp_path: Path) -> None:
    setattr(settings, name, tmp_path / "served")
    settings.STORAGES = {**settings.STORAGES, "mandates": mandate_files("", tmp_path / "served" / inside)}
    (error,) = files_lie_apart()
    assert (error.id, name in error.msg) == ("enquiries.E001", True)
    assert error.is_serious()


def test_a_folder_that_is_served_is_refused_by_another_name_too(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media" / "mandates").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(tmp_path / "media" / "mandates")
    settings.STORAGES = {**settings.STORAGES, "mandates": mandate_files("", tmp_path / "linked")}
    assert [error.id for error in files_lie_apart()] == ["enquiries.E001"]


def test_a_folder_beside_what_is_served_and_a_bucket_are_fine(settings, tmp_path: Path, bucket: PrivateBucket) -> None:
    assert files_lie_apart() == []
    settings.MEDIA_ROOT = tmp_path / "mandates-media"
    settings.STORAGES = {**settings.STORAGES, "mandates": mandate_files("", tmp_path / "mandates")}
    assert files_lie_apart() == []


def test_the_web_server_in_front_serves_pictures_only() -> None:
    """It sees the whole volume, so what it hands out of it is named, and nothing beside it can be reached."""
    configuration = (BASE_DIR / "docker" / "nginx.conf").read_text()
    served = re.findall(r"^\s*(?:alias|root)\s+(\S+);", configuration, re.MULTILINE)
    assert sorted(served) == ["/data/media/", "/var/www/acme"]
    assert re.search(r"location \^~ /media/ \{\s*alias /data/media/;", configuration)


def test_the_web_server_in_front_lets_five_files_through_and_no_more() -> None:
    configuration = (BASE_DIR / "docker" / "nginx.conf").read_text()
    room = re.search(r"location \^~ /mandate/room/ \{(.*?)\}", configuration, re.DOTALL)
    assert room is not None
    assert "client_max_body_size 55m;" in room[1]
    assert configuration.count("client_max_body_size 1m;") == 1
