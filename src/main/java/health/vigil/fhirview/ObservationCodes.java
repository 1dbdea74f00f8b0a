package health.vigil.fhirview;

import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.Terminology;
import health.vigil.exchange.Vocabulary;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Analyte;
import health.vigil.observation.Finding;
import health.vigil.observation.Kind;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/// Which data have to be read to find Observations with a code or a category. They may hold others, too.
public final class ObservationCodes {
    private static final Set<Kind> KINDS = EnumSet.of(
            Kind.VITAL_SIGNS,
            Kind.OXYGEN_THERAPY,
            Kind.FLUID_BOLUS,
            Kind.NEURO_CHECK,
            Kind.SEIZURE,
            Kind.NEURO_FINDING,
            Kind.LAB_RESULT,
            Kind.WEIGHT);
    /// No data.
    public static final ObservationSource NONE = new ObservationSource(Set.of(), Set.of(), Set.of());

    private static final Map<String, ObservationSource> BY_CODE = byCode();
    private static final Map<String, ObservationSource> BY_CATEGORY = Map.of(
            "vital-signs", kinds(Kind.VITAL_SIGNS, Kind.WEIGHT),
            "laboratory", kinds(Kind.LAB_RESULT),
            "survey", new ObservationSource(EnumSet.of(Kind.NEURO_CHECK), Set.of(), EnumSet.allOf(Syndrome.class)),
            "exam", kinds(Kind.NEURO_CHECK, Kind.SEIZURE, Kind.NEURO_FINDING),
            "therapy", kinds(Kind.OXYGEN_THERAPY, Kind.FLUID_BOLUS));

    private ObservationCodes() {}

    /// Data that become Observations.
    ///
    /// @param kinds the kinds of observation
    /// @param signs the vital signs, by their fields
    /// @param syndromes whose grades
    public record ObservationSource(Set<Kind> kinds, Set<String> signs, Set<Syndrome> syndromes) {
        public ObservationSource {
            kinds = Set.copyOf(kinds);
            signs = Set.copyOf(signs);
            syndromes = Set.copyOf(syndromes);
        }

        public ObservationSource or(ObservationSource other) {
            return new ObservationSource(
                    union(kinds, other.kinds), union(signs, other.signs), union(syndromes, other.syndromes));
        }

        public ObservationSource and(ObservationSource other) {
            return new ObservationSource(
                    common(kinds, other.kinds), common(signs, other.signs), common(syndromes, other.syndromes));
        }

        private static <T> Set<T> union(Set<T> one, Set<T> other) {
            var all = new HashSet<>(one);
            all.addAll(other);
            return all;
        }

        private static <T> Set<T> common(Set<T> one, Set<T> other) {
            return one.stream().filter(other::contains).collect(Collectors.toSet());
        }
    }

    /// All of them.
    public static ObservationSource all() {
        return new ObservationSource(KINDS, signs(), EnumSet.allOf(Syndrome.class));
    }

    /// The grades.
    public static ObservationSource grades() {
        return new ObservationSource(Set.of(), Set.of(), EnumSet.allOf(Syndrome.class));
    }

    /// Those that may have a status.
    ///
    /// @param ofGrades the status of a grade that stands
    public static ObservationSource ofStatus(String code, ObservationStatus ofGrades) {
        var grades = ofGrades.toCode().equals(code) ? grades() : NONE;
        return switch (code) {
            case "entered-in-error" -> all();
            case "final", "preliminary", "amended", "unknown" ->
                new ObservationSource(KINDS, signs(), Set.of()).or(grades);
            case "cancelled" -> new ObservationSource(EnumSet.of(Kind.NEURO_CHECK), Set.of(), Set.of()).or(grades);
            default -> grades;
        };
    }

    /// Those that may have one of these codes, of any system.
    public static ObservationSource ofCodes(Collection<String> codes) {
        return of(BY_CODE, codes);
    }

    /// Those that may be in one of these categories.
    public static ObservationSource ofCategories(Collection<String> codes) {
        return of(BY_CATEGORY, codes);
    }

    private static ObservationSource of(Map<String, ObservationSource> table, Collection<String> codes) {
        return codes.stream().map(code -> table.getOrDefault(code, NONE)).reduce(NONE, ObservationSource::or);
    }

    private static ObservationSource kinds(Kind... kinds) {
        return new ObservationSource(Set.copyOf(Arrays.asList(kinds)), signs(), Set.of());
    }

    private static Set<String> signs() {
        return Arrays.stream(VitalSign.values()).map(VitalSign::field).collect(Collectors.toSet());
    }

    private static Map<String, ObservationSource> byCode() {
        var table = new HashMap<String, ObservationSource>();
        signs(table);
        put(table, Kind.OXYGEN_THERAPY, List.of(ObservationItem.OXYGEN_THERAPY.word()));
        put(table, Kind.FLUID_BOLUS, List.of(ObservationItem.FLUID_BOLUS.word()));
        put(table, Kind.NEURO_CHECK, List.of("ice", "capd", "consciousness", "80288-4"));
        put(table, Kind.NEURO_CHECK, List.of(NeuroObservations.TREMOR, NeuroObservations.HANDWRITING));
        put(table, Kind.SEIZURE, List.of(ObservationItem.SEIZURE.word()));
        put(
                table,
                Kind.NEURO_FINDING,
                Arrays.stream(Finding.values()).map(Word::word).toList());
        put(table, Kind.LAB_RESULT, laboratory());
        put(table, Kind.WEIGHT, List.of("29463-7"));
        for (var syndrome : Syndrome.values()) {
            table.put(syndrome.word() + "-grade", new ObservationSource(Set.of(), Set.of(), EnumSet.of(syndrome)));
        }
        return Map.copyOf(table);
    }

    private static void put(Map<String, ObservationSource> table, Kind kind, List<String> codes) {
        codes.forEach(code -> table.put(code, new ObservationSource(EnumSet.of(kind), Set.of(), Set.of())));
    }

    private static void signs(Map<String, ObservationSource> table) {
        sign(table, "8867-4", VitalSign.HEART_RATE);
        sign(table, "9279-1", VitalSign.RESPIRATORY_RATE);
        sign(table, "85354-9", VitalSign.SYSTOLIC, VitalSign.DIASTOLIC);
        sign(table, "8478-0", VitalSign.MEAN_ARTERIAL_PRESSURE);
        sign(table, "2708-6", VitalSign.SPO2);
        sign(table, "59408-5", VitalSign.SPO2);
        Vocabulary.standard().rows().stream()
                .filter(row -> row.system().equals(Terminology.LOINC.uri())
                        && row.word().startsWith(VitalSign.TEMPERATURE.field()))
                .forEach(row -> sign(table, row.code(), VitalSign.TEMPERATURE));
    }

    private static void sign(Map<String, ObservationSource> table, String code, VitalSign... signs) {
        var fields = Arrays.stream(signs).map(VitalSign::field).collect(Collectors.toSet());
        table.put(code, new ObservationSource(EnumSet.of(Kind.VITAL_SIGNS), fields, Set.of()));
    }

    private static List<String> laboratory() {
        var words = Arrays.stream(Analyte.values()).map(Word::word).collect(Collectors.toSet());
        var codes = Vocabulary.standard().rows().stream()
                .filter(row -> row.system().equals(Terminology.LOINC.uri())
                        && words.contains(row.word().replaceAll("/.*", "")))
                .map(row -> row.code())
                .collect(Collectors.toList());
        codes.addAll(words);
        return codes;
    }
}
