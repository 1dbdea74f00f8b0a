package health.vigil.registry;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The columns of the export, in order. Another set of columns, or another meaning of one, needs another name of
/// the list.
public enum RegistryColumn {
    FIELD_LIST(Form.TEXT),
    PATIENT(Form.TEXT),
    EPISODE(Form.TEXT),
    PRODUCT(Form.TEXT),
    INDICATION(Form.TEXT),
    PRODUCT_LOT(Form.TEXT),
    COI_ID(Form.TEXT),
    DIN(Form.TEXT),
    SEC(Form.TEXT),
    APHERESIS_FIRST_AT(Form.TIME),
    APHERESIS_LAST_AT(Form.TIME),
    BAGS_INFUSED(Form.NUMBER),
    CELLS_INFUSED(Form.NUMBER),
    CELLS_INFUSED_UNIT(Form.TEXT),
    VIABILITY(Form.NUMBER),
    BRIDGING(Form.TEXT),
    BRIDGING_FIRST_AT(Form.TIME),
    BRIDGING_LAST_AT(Form.TIME),
    LYMPHODEPLETION(Form.TEXT),
    LYMPHODEPLETION_FIRST_AT(Form.TIME),
    LYMPHODEPLETION_LAST_AT(Form.TIME),
    FLUDARABINE_DOSE(Form.NUMBER),
    FLUDARABINE_DAYS(Form.NUMBER),
    CYCLOPHOSPHAMIDE_DOSE(Form.NUMBER),
    CYCLOPHOSPHAMIDE_DAYS(Form.NUMBER),
    INFUSED_AT(Form.TIME),
    FURTHER_INFUSIONS(Form.NUMBER),
    WATCHED_FROM(Form.TIME),
    WATCHED_UNTIL(Form.TIME),
    DISCHARGED_AT(Form.TIME),
    RULE_SETS(Form.TEXT),
    POLICY_VERSIONS(Form.TEXT),
    AMENDED_ENTRIES(Form.NUMBER),
    CRS_OCCURRED(Form.TEXT),
    CRS_HOURS_NOT_GRADABLE(Form.NUMBER),
    CRS_FIRST_AT(Form.TIME),
    CRS_FIRST_DAY(Form.NUMBER),
    CRS_FIRST_HOURS(Form.NUMBER),
    CRS_MAX_GRADE(Form.NUMBER),
    CRS_MAX_AT(Form.TIME),
    CRS_MAX_DAY(Form.NUMBER),
    CRS_CONFIRMED_GRADE(Form.NUMBER),
    CRS_CONFIRMED_GRADE_AT(Form.TIME),
    CRS_CONFIRMED_BY(Form.TEXT),
    CRS_RESOLVED_AT(Form.TIME),
    CRS_COURSES(Form.NUMBER),
    CRS_RECURRENCES(Form.NUMBER),
    CRS_FIRST_COURSE_DAYS(Form.NUMBER),
    CRS_FIRST_COURSE_HOURS(Form.NUMBER),
    CRS_COURSE_LIST(Form.TEXT),
    CRS_THERAPY(Form.TEXT),
    CRS_THERAPY_FIRST_AT(Form.TIME),
    ICANS_OCCURRED(Form.TEXT),
    ICANS_HOURS_NOT_GRADABLE(Form.NUMBER),
    ICANS_FIRST_AT(Form.TIME),
    ICANS_FIRST_DAY(Form.NUMBER),
    ICANS_FIRST_HOURS(Form.NUMBER),
    ICANS_MAX_GRADE(Form.NUMBER),
    ICANS_MAX_AT(Form.TIME),
    ICANS_MAX_DAY(Form.NUMBER),
    ICANS_CONFIRMED_GRADE(Form.NUMBER),
    ICANS_CONFIRMED_GRADE_AT(Form.TIME),
    ICANS_CONFIRMED_BY(Form.TEXT),
    ICANS_RESOLVED_AT(Form.TIME),
    ICANS_COURSES(Form.NUMBER),
    ICANS_RECURRENCES(Form.NUMBER),
    ICANS_FIRST_COURSE_DAYS(Form.NUMBER),
    ICANS_FIRST_COURSE_HOURS(Form.NUMBER),
    ICANS_COURSE_LIST(Form.TEXT),
    ICANS_THERAPY(Form.TEXT),
    ICANS_THERAPY_FIRST_AT(Form.TIME),
    GRADE_SCALE(Form.TEXT),
    FEVER_FIRST_AT(Form.TIME),
    TEMPERATURE_HIGHEST(Form.NUMBER),
    TEMPERATURE_HIGHEST_AT(Form.TIME),
    HYPOTENSION(Form.TEXT),
    HYPOTENSION_TREATED_AT(Form.TIME),
    VASOPRESSORS(Form.TEXT),
    VASOPRESSORS_AT_ONCE(Form.NUMBER),
    VASOPRESSIN(Form.TEXT),
    HYPOXIA(Form.TEXT),
    OXYGEN_FIRST_AT(Form.TIME),
    OXYGEN_DEVICE(Form.TEXT),
    OXYGEN_HIGHEST_FLOW(Form.NUMBER),
    FIO2_40_OR_MORE(Form.TEXT),
    VENTILATOR_DAYS(Form.NUMBER),
    ICE_LOWEST(Form.NUMBER),
    ICE_LOWEST_AT(Form.TIME),
    CAPD_HIGHEST(Form.NUMBER),
    CAPD_HIGHEST_AT(Form.TIME),
    CONSCIOUSNESS_LOWEST(Form.TEXT),
    SEIZURE(Form.TEXT),
    SEIZURE_TYPES(Form.TEXT),
    FOCAL_WEAKNESS(Form.TEXT),
    OEDEMA(Form.TEXT),
    HAEMORRHAGE(Form.TEXT),
    TOCILIZUMAB_DOSES(Form.NUMBER),
    TOCILIZUMAB_FIRST_AT(Form.TIME),
    TOCILIZUMAB_LAST_AT(Form.TIME),
    TOCILIZUMAB_MILLIGRAMS(Form.NUMBER),
    SILTUXIMAB_DOSES(Form.NUMBER),
    SILTUXIMAB_FIRST_AT(Form.TIME),
    SILTUXIMAB_LAST_AT(Form.TIME),
    SILTUXIMAB_MILLIGRAMS(Form.NUMBER),
    ANAKINRA_DOSES(Form.NUMBER),
    ANAKINRA_FIRST_AT(Form.TIME),
    ANAKINRA_LAST_AT(Form.TIME),
    ANAKINRA_MILLIGRAMS(Form.NUMBER),
    RUXOLITINIB_DOSES(Form.NUMBER),
    RUXOLITINIB_FIRST_AT(Form.TIME),
    RUXOLITINIB_LAST_AT(Form.TIME),
    RUXOLITINIB_MILLIGRAMS(Form.NUMBER),
    DEXAMETHASONE_DOSES(Form.NUMBER),
    DEXAMETHASONE_FIRST_AT(Form.TIME),
    DEXAMETHASONE_LAST_AT(Form.TIME),
    DEXAMETHASONE_MILLIGRAMS(Form.NUMBER),
    METHYLPREDNISOLONE_DOSES(Form.NUMBER),
    METHYLPREDNISOLONE_FIRST_AT(Form.TIME),
    METHYLPREDNISOLONE_LAST_AT(Form.TIME),
    METHYLPREDNISOLONE_MILLIGRAMS(Form.NUMBER),
    HYDROCORTISONE_DOSES(Form.NUMBER),
    HYDROCORTISONE_FIRST_AT(Form.TIME),
    HYDROCORTISONE_LAST_AT(Form.TIME),
    HYDROCORTISONE_MILLIGRAMS(Form.NUMBER),
    PREDNISONE_DOSES(Form.NUMBER),
    PREDNISONE_FIRST_AT(Form.TIME),
    PREDNISONE_LAST_AT(Form.TIME),
    PREDNISONE_MILLIGRAMS(Form.NUMBER),
    PREDNISOLONE_DOSES(Form.NUMBER),
    PREDNISOLONE_FIRST_AT(Form.TIME),
    PREDNISOLONE_LAST_AT(Form.TIME),
    PREDNISOLONE_MILLIGRAMS(Form.NUMBER),
    STEROID_FIRST_AT(Form.TIME),
    STEROID_LAST_AT(Form.TIME),
    STEROID_DEXAMETHASONE_MILLIGRAMS(Form.NUMBER),
    OTHER_ANTI_CYTOKINE_DRUGS(Form.TEXT),
    IEC_HS_PRESENT(Form.TEXT),
    IEC_HS_AT(Form.TIME),
    IEC_HS_GRADE(Form.NUMBER),
    IEC_HS_THERAPY(Form.TEXT),
    NEUTROPHILS_RECOVERED(Form.TEXT),
    PLATELETS_RECOVERED(Form.TEXT),
    ICAHT_EARLY(Form.NUMBER),
    ICAHT_LATE(Form.NUMBER),
    ICAHT_PLATELETS_EARLY(Form.NUMBER),
    ICAHT_PLATELETS_LATE(Form.NUMBER),
    CTCAE_ALT_MAX(Form.NUMBER),
    CTCAE_AST_MAX(Form.NUMBER),
    CTCAE_BILIRUBIN_MAX(Form.NUMBER),
    CTCAE_CREATININE_MAX(Form.NUMBER),
    CULTURES_POSITIVE(Form.NUMBER),
    PROGRESSION_AT(Form.TIME),
    NEXT_THERAPY_AT(Form.TIME),
    DEATH_AT(Form.TIME),
    DEATH_CAUSE(Form.TEXT),
    OPEN(Form.TEXT);

    /// The name of this list of columns.
    public static final String LIST = "REGISTRY-2";

    private static final String LOCAL = "Local";

    private static final Set<RegistryColumn> COMPUTED_TOXICITY = EnumSet.of(
            CRS_OCCURRED,
            CRS_FIRST_AT,
            CRS_FIRST_DAY,
            CRS_FIRST_HOURS,
            CRS_MAX_GRADE,
            CRS_MAX_AT,
            CRS_MAX_DAY,
            CRS_RESOLVED_AT,
            CRS_COURSES,
            CRS_RECURRENCES,
            CRS_FIRST_COURSE_DAYS,
            CRS_FIRST_COURSE_HOURS,
            CRS_COURSE_LIST,
            CRS_THERAPY,
            CRS_THERAPY_FIRST_AT,
            ICANS_OCCURRED,
            ICANS_FIRST_AT,
            ICANS_FIRST_DAY,
            ICANS_FIRST_HOURS,
            ICANS_MAX_GRADE,
            ICANS_MAX_AT,
            ICANS_MAX_DAY,
            ICANS_RESOLVED_AT,
            ICANS_COURSES,
            ICANS_RECURRENCES,
            ICANS_FIRST_COURSE_DAYS,
            ICANS_FIRST_COURSE_HOURS,
            ICANS_COURSE_LIST,
            ICAHT_EARLY,
            ICAHT_LATE,
            ICAHT_PLATELETS_EARLY,
            ICAHT_PLATELETS_LATE,
            CTCAE_ALT_MAX,
            CTCAE_AST_MAX,
            CTCAE_BILIRUBIN_MAX,
            CTCAE_CREATININE_MAX);

    /// What a column holds.
    private enum Form {
        TEXT,
        NUMBER,
        TIME
    }

    private final Form form;

    RegistryColumn(Form form) {
        this.form = form;
    }

    /// The name in the export, such as `crsFirstAt`.
    public String field() {
        var words = name().toLowerCase(Locale.ROOT).split("_", -1);
        var field = new StringBuilder(words[0]);
        Stream.of(words)
                .skip(1)
                .forEach(word -> field.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1)));
        return field.toString();
    }

    /// A time is exported in UTC, and in a second column in the time of the hospital.
    public Stream<String> fields() {
        return form == Form.TIME ? Stream.of(field(), localField()) : Stream.of(field());
    }

    String localField() {
        return field() + LOCAL;
    }

    /// Whether the rules computed it from grades, or as a grade.
    boolean computedToxicity() {
        return COMPUTED_TOXICITY.contains(this);
    }
}
