"""The operations that are compared; each is narrowed to the athlete whose token is given."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.http import Http404
from django.utils import timezone
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from training.models import Day, Exercise, Session, SessionExercise, SetLog
from training.serializers import (
    DaySerializer,
    ExerciseSerializer,
    LoggedSet,
    Plan,
    SessionOfWeekSerializer,
    SessionSerializer,
)


class Library(ListAPIView):
    permission_classes = [AllowAny]
    serializer_class = ExerciseSerializer

    def get_queryset(self):
        asked = self.request.query_params
        return (
            Exercise.objects.select_related("level", "category")
            .filter(category__name=asked["category"], level__level_order=asked["level"], retired_at=None)
            .order_by("difficulty", "slug")[:50]
        )


class ExerciseBySlug(RetrieveAPIView):
    permission_classes = [AllowAny]
    serializer_class = ExerciseSerializer
    queryset = Exercise.objects.select_related("level", "category")
    lookup_field = "slug"


class Week(APIView):
    def get(self, request, year, week):
        days = [date.fromisocalendar(year, week, weekday) for weekday in (1, 7)]
        athlete = request.user.id
        sums = Day.objects.filter(user_id=athlete, workout_date__range=days).order_by("workout_date")
        sessions = (
            Session.objects.filter(user_id=athlete, session_date__range=days)
            .order_by("session_date")
            .prefetch_related("exercises__exercise")
        )
        return Response(
            {
                "days": DaySerializer(sums, many=True).data,
                "sessions": SessionOfWeekSerializer(sessions, many=True).data,
            }
        )


class SessionById(RetrieveAPIView):
    serializer_class = SessionSerializer

    def get_queryset(self):
        own = Session.objects.filter(user_id=self.request.user.id)
        return own.prefetch_related("exercises__exercise", "exercises__sets")


class Sessions(APIView):
    def post(self, request):
        plan = valid(Plan, request)
        slugs = [one["exercise"] for one in plan["exercises"]]
        found = {exercise.slug: exercise for exercise in Exercise.objects.filter(slug__in=slugs)}
        athlete = request.user.id
        with transaction.atomic():
            session = Session.objects.create(user_id=athlete, session_date=plan["date"])
            exercises = SessionExercise.objects.bulk_create(
                SessionExercise(
                    session=session,
                    user_id=athlete,
                    exercise=found[slug],
                    exercise_order=order,
                    planned_sets=found[slug].default_sets,
                )
                for order, slug in enumerate(slugs, start=1)
            )
        return Response({"id": session.id, "exercises": [one.id for one in exercises]}, status=201)


class Sets(APIView):
    def post(self, request, pk, exercise):
        given = valid(LoggedSet, request)
        log = SetLog.objects.create(
            session_exercise_id=exercise,
            user_id=request.user.id,
            set_number=given["setNumber"],
            actual_reps=given["reps"],
            perceived_effort=given["rpe"],
        )
        return Response({"id": log.id, "completed_at": log.completed_at}, status=201)


class Completion(APIView):
    def post(self, request, pk):
        own = Session.objects.filter(id=pk, user_id=request.user.id).exclude(status="completed")
        if own.update(status="completed", completed_at=timezone.now(), version=F("version") + 1) == 0:
            raise Http404
        return Response({"id": pk})


def valid(serializer, request):
    given = serializer(data=request.data)
    given.is_valid(raise_exception=True)
    return given.validated_data
