"""Addresses of the leaders' pages, and of the relay log and the story line of a course."""

from django.urls import path

from landfast.web.insight import planning_views, relay_views, rules_views, story_views, views

urlpatterns = [
    path("forloeb/<uuid:course_id>/stafet/", relay_views.relay, name="relay"),
    path("forloeb/<uuid:course_id>/stafet.pdf", relay_views.relay_pdf, name="relay_pdf"),
    path("forloeb/<uuid:course_id>/billede/", story_views.story, name="story"),
    path("forloeb/<uuid:course_id>/billede.pdf", story_views.story_pdf, name="story_pdf"),
    path("overblik/", views.overview, name="overview"),
    path("overblik/over-tiden/<uuid:unit_id>/", views.overdue, name="overdue_unit"),
    path("overblik/sluttede/", views.ended, name="ended_courses"),
    path("overblik/regler/", rules_views.found, name="rules_found"),
    path("overblik/moeder/", planning_views.units, name="planned_units"),
    path("overblik/moeder/<uuid:run_id>/", planning_views.plan_of_run, name="plan_of_run"),
    path("overblik/moeder/<uuid:run_id>/tag/", planning_views.take_plan, name="take_plan"),
    path("overblik/<uuid:person_id>/", views.courses, name="coordinator_courses"),
    path("overblik/<uuid:person_id>/vaek/", views.lost, name="lose_coordinator"),
]
