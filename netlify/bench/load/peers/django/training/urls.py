from django.urls import path

from training import views

urlpatterns = [
    path("api/v1/exercises", views.Library.as_view()),
    path("api/v1/exercises/<slug:slug>", views.ExerciseBySlug.as_view()),
    path("api/v1/me/weeks/<int:year>-W<int:week>", views.Week.as_view()),
    path("api/v1/sessions", views.Sessions.as_view()),
    path("api/v1/sessions/<uuid:pk>", views.SessionById.as_view()),
    path("api/v1/sessions/<uuid:pk>/complete", views.Completion.as_view()),
    path("api/v1/sessions/<uuid:pk>/exercises/<uuid:exercise>/sets", views.Sets.as_view()),
]
