package health.vigil.registry;

import health.vigil.grading.Syndrome;
import java.util.List;

/// The columns of one syndrome, each named as in the export without the syndrome.
record SyndromeFields(
        RegistryColumn occurred,
        RegistryColumn hoursNotGradable,
        RegistryColumn firstAt,
        RegistryColumn firstDay,
        RegistryColumn firstHours,
        RegistryColumn maxGrade,
        RegistryColumn maxAt,
        RegistryColumn maxDay,
        RegistryColumn confirmedGrade,
        RegistryColumn confirmedGradeAt,
        RegistryColumn confirmedBy,
        RegistryColumn resolvedAt,
        RegistryColumn courses,
        RegistryColumn recurrences,
        RegistryColumn firstCourseDays,
        RegistryColumn firstCourseHours,
        RegistryColumn courseList,
        RegistryColumn therapy,
        RegistryColumn therapyFirstAt) {
    private static final SyndromeFields OF_CRS = new SyndromeFields(
            RegistryColumn.CRS_OCCURRED,
            RegistryColumn.CRS_HOURS_NOT_GRADABLE,
            RegistryColumn.CRS_FIRST_AT,
            RegistryColumn.CRS_FIRST_DAY,
            RegistryColumn.CRS_FIRST_HOURS,
            RegistryColumn.CRS_MAX_GRADE,
            RegistryColumn.CRS_MAX_AT,
            RegistryColumn.CRS_MAX_DAY,
            RegistryColumn.CRS_CONFIRMED_GRADE,
            RegistryColumn.CRS_CONFIRMED_GRADE_AT,
            RegistryColumn.CRS_CONFIRMED_BY,
            RegistryColumn.CRS_RESOLVED_AT,
            RegistryColumn.CRS_COURSES,
            RegistryColumn.CRS_RECURRENCES,
            RegistryColumn.CRS_FIRST_COURSE_DAYS,
            RegistryColumn.CRS_FIRST_COURSE_HOURS,
            RegistryColumn.CRS_COURSE_LIST,
            RegistryColumn.CRS_THERAPY,
            RegistryColumn.CRS_THERAPY_FIRST_AT);

    private static final SyndromeFields OF_ICANS = new SyndromeFields(
            RegistryColumn.ICANS_OCCURRED,
            RegistryColumn.ICANS_HOURS_NOT_GRADABLE,
            RegistryColumn.ICANS_FIRST_AT,
            RegistryColumn.ICANS_FIRST_DAY,
            RegistryColumn.ICANS_FIRST_HOURS,
            RegistryColumn.ICANS_MAX_GRADE,
            RegistryColumn.ICANS_MAX_AT,
            RegistryColumn.ICANS_MAX_DAY,
            RegistryColumn.ICANS_CONFIRMED_GRADE,
            RegistryColumn.ICANS_CONFIRMED_GRADE_AT,
            RegistryColumn.ICANS_CONFIRMED_BY,
            RegistryColumn.ICANS_RESOLVED_AT,
            RegistryColumn.ICANS_COURSES,
            RegistryColumn.ICANS_RECURRENCES,
            RegistryColumn.ICANS_FIRST_COURSE_DAYS,
            RegistryColumn.ICANS_FIRST_COURSE_HOURS,
            RegistryColumn.ICANS_COURSE_LIST,
            RegistryColumn.ICANS_THERAPY,
            RegistryColumn.ICANS_THERAPY_FIRST_AT);

    /// Whether, from when to when, and with what it was treated from then on.
    List<RegistryColumn> ofCourses() {
        return List.of(occurred, firstAt, firstDay, firstHours, resolvedAt, therapy, therapyFirstAt);
    }

    static SyndromeFields of(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> OF_CRS;
            case ICANS -> OF_ICANS;
        };
    }
}
