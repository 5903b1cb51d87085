"""The client's side of a mandate."""

from django.urls import path

from enquiries.views import (
    brief,
    consent,
    copies,
    erase,
    files,
    links,
    notices,
    proof,
    receipt,
    request,
    room,
    stop,
    times,
    withdrawal,
)

app_name = "enquiries"

urlpatterns = [
    path("", request.MandateView.as_view(), name="mandate"),
    path("privacy/", notices.privacy, name="privacy"),
    path("privacy/<int:number>/", notices.notice, name="notice"),
    path("stop/<str:token>/", stop.stop, name="stop"),
    path("room/<str:token>/", room.room, name="room"),
    path("room/<str:token>/times/", times.times, name="times"),
    path("room/<str:token>/times/<int:pk>/call.ics", times.call, name="call"),
    path("room/<str:token>/received/", room.received, name="received"),
    path("room/<str:token>/brief/", brief.begin, name="brief"),
    path("room/<str:token>/brief/check/", brief.check, name="brief_check"),
    path("room/<str:token>/brief/sent/", brief.sent, name="brief_sent"),
    path("room/<str:token>/brief/files/", brief.files, name="brief_files"),
    path("room/<str:token>/brief/files/<int:number>/remove/", brief.remove, name="brief_file_remove"),
    path("room/<str:token>/brief/<slug:slug>/", brief.topic, name="brief_topic"),
    path("room/<str:token>/files/", files.files, name="files"),
    path("room/<str:token>/files/<int:pk>/", files.file, name="file"),
    path("room/<str:token>/files/<int:pk>/remove/", files.remove, name="file_remove"),
    path("room/<str:token>/receipt/", receipt.receipt, name="receipt"),
    path("room/<str:token>/receipt.pdf", receipt.receipt_pdf, name="receipt_pdf"),
    path("room/<str:token>/mandate.json", copies.copy_json, name="copy_json"),
    path("room/<str:token>/mandate.pdf", copies.copy_pdf, name="copy_pdf"),
    path("room/<str:token>/consent/", consent.consent, name="consent"),
    path("room/<str:token>/withdraw/", withdrawal.withdraw, name="withdraw"),
    path("room/<str:token>/close/", links.close, name="close"),
    path("link/", links.ask, name="link"),
    path("link/asked/", links.asked, name="asked"),
    path("room/<str:token>/proof/", proof.proof, name="proof"),
    path("confirm/<str:token>/", proof.confirm, name="confirm"),
    path("room/<str:token>/erase/", erase.erase, name="erase"),
    path("erased/<str:signed>/", erase.erased, name="erased"),
]
