"""An address that takes files for the newest mandate, made as the mandate's room makes its own."""

from crispy_forms.utils import render_crispy_form
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from enquiries.attachments.forms import FilesForm
from enquiries.attachments.uploading import expect_files
from enquiries.models import Mandate

ADDRESS = "/drop/"


@csrf_exempt
def drop(request: HttpRequest) -> HttpResponse:
    """Keep what is good; show the form again if anything is not."""
    expect_files(request)
    form = FilesForm(request.POST, request.FILES, mandate=Mandate.objects.get(), address=ADDRESS)
    form.keep(submitted=True)
    if form.errors:
        return HttpResponse(render_crispy_form(form), status=422)
    return HttpResponse(status=303)


urlpatterns = [path(ADDRESS.strip("/") + "/", drop)]
