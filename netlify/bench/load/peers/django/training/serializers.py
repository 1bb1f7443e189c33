"""What is answered and what is taken."""

from rest_framework import serializers

from training.models import Day, Exercise, Session, SessionExercise, SetLog


class ExerciseSerializer(serializers.ModelSerializer):
    level = serializers.IntegerField(source="level.level_order")
    level_name = serializers.CharField(source="level.name")
    category = serializers.CharField(source="category.name")

    class Meta:
        model = Exercise
        fields = "__all__"


class DaySerializer(serializers.ModelSerializer):
    class Meta:
        model = Day
        fields = "__all__"


class NameSerializer(serializers.ModelSerializer):
    slug = serializers.CharField(source="exercise.slug")
    name = serializers.CharField(source="exercise.name")

    class Meta:
        model = SessionExercise
        fields = ["slug", "name"]


class SessionOfWeekSerializer(serializers.ModelSerializer):
    exercises = NameSerializer(many=True)

    class Meta:
        model = Session
        fields = ["id", "session_date", "status", "duration_minutes", "exercises"]


class SetLogSerializer(serializers.ModelSerializer):
    class Meta:
        model = SetLog
        fields = "__all__"


class SessionExerciseSerializer(NameSerializer):
    sets = SetLogSerializer(many=True)

    class Meta:
        model = SessionExercise
        fields = ["id", "exercise_order", "slug", "name", "planned_sets", "completed", "sets"]


class SessionSerializer(serializers.ModelSerializer):
    exercises = SessionExerciseSerializer(many=True)

    class Meta:
        model = Session
        fields = "__all__"


class PlannedExercise(serializers.Serializer):
    exercise = serializers.SlugField()


class Plan(serializers.Serializer):
    date = serializers.DateField()
    exercises = PlannedExercise(many=True)


class LoggedSet(serializers.Serializer):
    setNumber = serializers.IntegerField(min_value=1)
    reps = serializers.IntegerField(min_value=0)
    rpe = serializers.DecimalField(max_digits=3, decimal_places=1)
