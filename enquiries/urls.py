"""The client's side of a mandate."""

from django.urls import path

from enquiries import views

app_name = "enquiries"

urlpatterns = [
    path("", views.MandateView.as_view(), name="mandate"),
    path("received/<str:token>/", views.received, name="received"),
]
