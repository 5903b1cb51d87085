"""Addresses of the ledger: what programs read."""

from django.urls import path

from specialisms import views

urlpatterns = [
    path("<str:slug>.csv", views.pay_csv, name="pay_csv"),
    path("<str:slug>.json", views.pay_json, name="pay_json"),
]
