"""The product's tables, as far as the bench asks for them; their migrations are the product's."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone


class Category(models.Model):
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "exercise_categories"


class Level(models.Model):
    name = models.TextField()
    level_order = models.IntegerField()

    class Meta:
        managed = False
        db_table = "workout_levels"


class Exercise(models.Model):
    id = models.UUIDField(primary_key=True)
    slug = models.TextField(unique=True)
    name = models.TextField()
    level = models.ForeignKey(Level, models.DO_NOTHING)
    category = models.ForeignKey(Category, models.DO_NOTHING)
    metric = models.TextField()
    difficulty = models.DecimalField(max_digits=4, decimal_places=2)
    description = models.TextField()
    cues = ArrayField(models.TextField())
    unilateral = models.BooleanField()
    body_mass_fraction = models.DecimalField(max_digits=4, decimal_places=3)
    primary_muscles = ArrayField(models.TextField())
    default_sets = models.JSONField()
    default_tempo = models.TextField()
    default_rest_seconds = models.IntegerField()
    default_equipment = ArrayField(models.TextField())
    equipment_groups = models.JSONField()
    tags = ArrayField(models.TextField())
    aliases = models.JSONField()
    slot = models.TextField()
    ladder = models.TextField()
    retired_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "exercises"


class Day(models.Model):
    id = models.UUIDField(primary_key=True)
    user_id = models.UUIDField()
    workout_date = models.DateField()
    planned_sessions = models.IntegerField()
    completed_sessions = models.IntegerField()
    total_exercises = models.IntegerField()
    completed_exercises = models.IntegerField()
    planned_sets = models.IntegerField()
    completed_sets = models.IntegerField()
    extra_sets = models.IntegerField()
    total_reps = models.IntegerField()
    total_hold_seconds = models.IntegerField()
    total_duration_minutes = models.IntegerField()
    effort_au = models.FloatField(null=True)
    categories = ArrayField(models.TextField())
    sets_by_category = models.JSONField()
    is_completed = models.BooleanField()
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "daily_workout_summary"


class Session(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4)
    user_id = models.UUIDField()
    session_date = models.DateField()
    scheduled_time = models.TimeField(null=True)
    duration_minutes = models.IntegerField(null=True)
    status = models.TextField(default="planned")
    started_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    notes = models.TextField(null=True)
    version = models.IntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        managed = False
        db_table = "workout_sessions"


class SessionExercise(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4)
    session = models.ForeignKey(Session, models.DO_NOTHING, related_name="exercises")
    user_id = models.UUIDField()
    exercise = models.ForeignKey(Exercise, models.DO_NOTHING)
    exercise_order = models.IntegerField()
    planned_sets = models.JSONField()
    planned_from = models.TextField(default="given")
    completed = models.BooleanField(default=False)
    modifier = models.TextField(default="none")
    version = models.IntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        managed = False
        db_table = "session_exercises"
        ordering = ["exercise_order"]


class SetLog(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4)
    session_exercise = models.ForeignKey(SessionExercise, models.DO_NOTHING, related_name="sets")
    user_id = models.UUIDField()
    set_number = models.IntegerField()
    side = models.TextField(null=True)
    kind = models.TextField(default="working")
    tempo = models.TextField(null=True)
    planned_reps = models.IntegerField(null=True)
    actual_reps = models.IntegerField(null=True)
    planned_duration_seconds = models.IntegerField(null=True)
    actual_duration_seconds = models.IntegerField(null=True)
    weight_kg = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    rest_seconds = models.IntegerField(null=True)
    perceived_effort = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    pain = models.IntegerField(null=True)
    pain_site = models.TextField(null=True)
    notes = models.TextField(null=True)
    version = models.IntegerField(default=1)
    completed_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        managed = False
        db_table = "exercise_set_logs"
        ordering = ["set_number", "side"]
