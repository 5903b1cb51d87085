"""The one entry: a file becomes the draft of a guide under a specialism."""

from pathlib import PurePath
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.html import escape
from wagtail.images.permissions import permission_policy
from wagtail.log_actions import log
from wagtail.models import Collection

from agency.blocks.heading import assign_anchors
from agency.models import AgencyImage, User
from specialisms.models import SpecialismPage
from support_pages.importing import limits
from support_pages.importing.blocks import Block
from support_pages.importing.convert import Draft, convert, texts
from support_pages.importing.html import count
from support_pages.importing.pictures import Picture
from support_pages.importing.remarks import Remark
from support_pages.importing.report import ImportResult, remark_texts
from support_pages.kinds import PLURALS, Kind
from support_pages.models import SupportPage
from support_pages.thread.blocking import problems_of_version

ACTION = "support_pages.import"
OPENING = ("standfirst", "guide_heading", "guide_introduction")
TITLE_BESIDE = {"title_from_name", "title_from_properties", "title_cut"}
CLOSING = ("closing_question", "closing_invitation")


def import_guide(
    file: BinaryIO,
    specialism: SpecialismPage,
    kind: str = "",
    *,
    name: str = "",
    user: User | None = None,
    publish: bool = False,
) -> ImportResult:
    """Make a draft of ``file`` under ``specialism``; raises ``Refusal`` with nothing made.

    ``kind`` overrules what the file says. With ``publish`` a page that would pass the editor's form goes live.
    ``user`` is the author; pictures go where they may add some.
    """
    name = PurePath(name or getattr(file, "name", "") or "").name
    draft = convert(name, file.read(limits.FILE_BYTES + 1), _kinds())
    remarks = list(draft.remarks)
    page, before, after = _page(draft, kind, name, remarks)
    page.owner = user
    blocks = [*before, *draft.blocks, *after]
    stored: list[AgencyImage] = []
    try:
        with transaction.atomic():
            blocks = _with_pictures(blocks, draft.pictures, page.title, user, stored, remarks)
            page.body = _body(blocks)
            specialism.add_child(instance=page)
            revision = page.save_revision(user=user, log_action=False)
            if publish and _is_complete(page, remarks) and _keeps_the_thread(page, remarks):
                revision.publish(user=user)
                page.refresh_from_db()
            words_out = count(" ".join([*_shown(page, remarks), *texts(blocks)]))
            result = ImportResult(page, draft.words, words_out, remark_texts(remarks))
            _record(result, name, user)
    except BaseException:
        for image in stored:
            image.file.delete(save=False)  # the database forgets them by itself
        raise
    return result


def _kinds() -> dict[str, str]:
    return {str(label).casefold(): kind.value for kind in Kind for label in (kind.label, PLURALS[kind])}


def _page(draft: Draft, kind: str, name: str, remarks: list[Remark]) -> tuple[SupportPage, list[Block], list[Block]]:
    """The page with its fields, and the blocks for what they cannot hold, before and after the body."""
    fields = dict(draft.fields)
    title = fields.pop("title", "")
    if not title:
        title = PurePath(name).stem.replace("_", " ").replace("-", " ").strip()
        title = title[:1].upper() + title[1:] or str(Kind(kind or Kind.HIRING_GUIDE).label)
        remarks.append(("title_from_name", {}))
    page = SupportPage(live=False, kind=kind or fields.get("kind") or _kind_in(title, remarks))
    before: list[Block] = []
    limit = _limit("title")
    if len(title) > limit:
        remarks.append(("title_cut", {"limit": limit}))
        before += _kept("title", title)
        title = title[: limit - 1].rsplit(" ", 1)[0].rstrip() + "…"
    page.title = page.draft_title = title
    before += _fill(page, OPENING, fields, remarks, is_open=not before)
    overlong = any(len(fields.get(field, "")) > _limit(field) for field in CLOSING)
    after = _fill(page, CLOSING, fields, remarks, is_open=not overlong)
    return page, before, after


def _fill(
    page: SupportPage, names: tuple[str, ...], fields: dict[str, str], remarks: list[Remark], *, is_open: bool
) -> list[Block]:
    """Set fields in their order. From the first that does not fit on, all go into the text: none may overtake another."""
    blocks: list[Block] = []
    for name in names:
        value = fields.get(name, "")
        label = str(SupportPage._meta.get_field(name).verbose_name).capitalize()
        if len(value) > _limit(name):
            remarks.append(("field_too_long", {"field": label, "limit": _limit(name), "length": len(value)}))
            is_open = False
        elif value and not is_open:
            remarks.append(("field_kept_in_order", {"field": label}))
        if value and not is_open:
            blocks += _kept(name, value)
        elif value:
            setattr(page, name, value)
    return blocks


def _kept(name: str, value: str) -> list[Block]:
    """A field's value as a block of the body."""
    if name == "guide_heading" and len(value) <= limits.HEADING:
        return [("heading", {"text": value, "level": "2", "anchor": ""})]
    return [("text", f"<p>{escape(value)}</p>")]


def _limit(name: str) -> int:
    return SupportPage._meta.get_field(name).max_length or 0


def _kind_in(title: str, remarks: list[Remark]) -> str:
    """The kind a title names, else the first."""
    named = next((kind for kind in Kind if str(kind.label).casefold() in title.casefold()), None)
    if named is None:
        named = Kind.HIRING_GUIDE
        remarks.append(("kind_assumed", {"words": str(named.label)}))
    return named.value


def _body(blocks: list[Block]) -> Any:
    field = SupportPage._meta.get_field("body").stream_block
    body = field.to_python([{"type": name, "value": value} for name, value in blocks])
    assign_anchors(block.value for block in body if block.block_type == "heading")
    return body


def _with_pictures(
    blocks: list[Block],
    pictures: list[Picture],
    title: str,
    user: User | None,
    stored: list[AgencyImage],
    remarks: list[Remark],
) -> list[Block]:
    """The blocks with stored pictures in place of their numbers; each is stored once, under its first description."""
    collection = _collection(user) if pictures else None
    if pictures and collection is None:
        remarks.append(("picture_not_allowed", {}))
    made: dict[int, AgencyImage] = {}
    placed: list[Block] = []
    for name, value in blocks:
        if name != "image":
            placed.append((name, value))
            continue
        number, alt = value["image"]["image"], value["image"]["alt_text"]
        if collection is None:
            placed += [("text", f"<p>{escape(text)}</p>") for text in (alt, value["caption"]) if text]
            continue
        if number not in made:
            made[number] = _store(pictures[number], alt or f"{title} {number + 1}", alt, collection, user)
            stored.append(made[number])
        placed.append((name, {**value, "image": {**value["image"], "image": made[number].pk}}))
    return placed


def _collection(user: User | None) -> Collection | None:
    """Where the author may add pictures; without one, the library itself."""
    if user is None:
        return Collection.get_first_root_node()
    return permission_policy.collections_user_has_permission_for(user, "add").first()


def _store(picture: Picture, title: str, alt: str, collection: Collection, user: User | None) -> AgencyImage:
    image = AgencyImage(
        title=title[:255],
        description=alt[:255],
        collection=collection,
        uploaded_by_user=user,
        file_size=len(picture.data),
    )
    image.file = ContentFile(picture.data, name=picture.name)
    image._set_file_hash()
    image.save()
    return image


def _is_complete(page: SupportPage, remarks: list[Remark]) -> bool:
    """Whether the page would pass the form an editor publishes with."""
    try:
        page.full_clean()
        page.body.stream_block.clean(page.body)
    except ValidationError:
        remarks.append(("not_published", {}))
        return False
    return True


def _keeps_the_thread(page: SupportPage, remarks: list[Remark]) -> bool:
    """Whether no error of the thread stops its publication."""
    errors = [problem for problem in problems_of_version(page) if problem.is_error]
    remarks += [("not_published_error", {"message": problem.message}) for problem in errors]
    return not errors


def _shown(page: SupportPage, remarks: list[Remark]) -> list[str]:
    """What the fields show of the document's text; a title from its name or properties, or shortened, is beside it."""
    is_beside = any(code in TITLE_BESIDE for code, _values in remarks)
    return ["" if is_beside else page.title, *(getattr(page, name) for name in (*OPENING, *CLOSING))]


def _record(result: ImportResult, name: str, user: User | None) -> None:
    """In the page's history: that it was made, and the report."""
    log(instance=result.page, action="wagtail.create", user=user, content_changed=True)
    data = {
        "file": name,
        "words_in": result.words_in,
        "words_out": result.words_out,
        "warnings": result.warnings,
    }
    log(instance=result.page, action=ACTION, user=user, data=data)
