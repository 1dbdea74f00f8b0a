package health.vigil.registry;

import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.registry.RegistryCase.RegistryEntry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The columns of drugs since the infusion. Steroids that replace the patient's own are left out.
record DrugColumns(RegistryCase of) {
    /// The columns of one drug.
    private record DrugFields(
            Drug drug,
            RegistryColumn doses,
            RegistryColumn firstAt,
            RegistryColumn lastAt,
            RegistryColumn milligrams) {}

    private static final List<DrugFields> LISTED = List.of(
            new DrugFields(
                    Drug.TOCILIZUMAB,
                    RegistryColumn.TOCILIZUMAB_DOSES,
                    RegistryColumn.TOCILIZUMAB_FIRST_AT,
                    RegistryColumn.TOCILIZUMAB_LAST_AT,
                    RegistryColumn.TOCILIZUMAB_MILLIGRAMS),
            new DrugFields(
                    Drug.SILTUXIMAB,
                    RegistryColumn.SILTUXIMAB_DOSES,
                    RegistryColumn.SILTUXIMAB_FIRST_AT,
                    RegistryColumn.SILTUXIMAB_LAST_AT,
                    RegistryColumn.SILTUXIMAB_MILLIGRAMS),
            new DrugFields(
                    Drug.ANAKINRA,
                    RegistryColumn.ANAKINRA_DOSES,
                    RegistryColumn.ANAKINRA_FIRST_AT,
                    RegistryColumn.ANAKINRA_LAST_AT,
                    RegistryColumn.ANAKINRA_MILLIGRAMS),
            new DrugFields(
                    Drug.RUXOLITINIB,
                    RegistryColumn.RUXOLITINIB_DOSES,
                    RegistryColumn.RUXOLITINIB_FIRST_AT,
                    RegistryColumn.RUXOLITINIB_LAST_AT,
                    RegistryColumn.RUXOLITINIB_MILLIGRAMS),
            new DrugFields(
                    Drug.DEXAMETHASONE,
                    RegistryColumn.DEXAMETHASONE_DOSES,
                    RegistryColumn.DEXAMETHASONE_FIRST_AT,
                    RegistryColumn.DEXAMETHASONE_LAST_AT,
                    RegistryColumn.DEXAMETHASONE_MILLIGRAMS),
            new DrugFields(
                    Drug.METHYLPREDNISOLONE,
                    RegistryColumn.METHYLPREDNISOLONE_DOSES,
                    RegistryColumn.METHYLPREDNISOLONE_FIRST_AT,
                    RegistryColumn.METHYLPREDNISOLONE_LAST_AT,
                    RegistryColumn.METHYLPREDNISOLONE_MILLIGRAMS),
            new DrugFields(
                    Drug.HYDROCORTISONE,
                    RegistryColumn.HYDROCORTISONE_DOSES,
                    RegistryColumn.HYDROCORTISONE_FIRST_AT,
                    RegistryColumn.HYDROCORTISONE_LAST_AT,
                    RegistryColumn.HYDROCORTISONE_MILLIGRAMS),
            new DrugFields(
                    Drug.PREDNISONE,
                    RegistryColumn.PREDNISONE_DOSES,
                    RegistryColumn.PREDNISONE_FIRST_AT,
                    RegistryColumn.PREDNISONE_LAST_AT,
                    RegistryColumn.PREDNISONE_MILLIGRAMS),
            new DrugFields(
                    Drug.PREDNISOLONE,
                    RegistryColumn.PREDNISOLONE_DOSES,
                    RegistryColumn.PREDNISOLONE_FIRST_AT,
                    RegistryColumn.PREDNISOLONE_LAST_AT,
                    RegistryColumn.PREDNISOLONE_MILLIGRAMS));

    /// How many milligrams are worth one of dexamethasone.
    private static final Map<Drug, BigDecimal> STEROIDS = new EnumMap<>(Map.of(
            Drug.DEXAMETHASONE, BigDecimal.ONE,
            Drug.METHYLPREDNISOLONE, new BigDecimal("5.33"),
            Drug.PREDNISONE, new BigDecimal("6.67"),
            Drug.PREDNISOLONE, new BigDecimal("6.67"),
            Drug.HYDROCORTISONE, new BigDecimal("26.7")));

    private static final Set<Drug> OTHERS = Set.of(Drug.SARILUMAB, Drug.EMAPALUMAB, Drug.ITACITINIB);

    void write(RegistryRow row) {
        var doses = of.since(Medication.class).stream()
                .filter(entry -> !entry.content().indication().equals(Optional.of(Indication.REPLACEMENT)))
                .toList();
        LISTED.forEach(fields -> drug(row, fields, doses));
        steroids(row, doses);
        row.words(
                RegistryColumn.OTHER_ANTI_CYTOKINE_DRUGS,
                doses.stream()
                        .map(entry -> entry.content().drug())
                        .filter(OTHERS::contains)
                        .map(Drug::word)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static void drug(RegistryRow row, DrugFields fields, List<RegistryEntry<Medication>> all) {
        var doses = all.stream()
                .filter(entry -> entry.content().drug() == fields.drug())
                .toList();
        row.number(fields.doses(), doses.size());
        if (doses.isEmpty()) {
            return;
        }
        row.time(fields.firstAt(), doses.getFirst().at());
        row.time(fields.lastAt(), doses.getLast().at());
        row.number(
                fields.milligrams(),
                doses.stream()
                        .flatMap(entry -> entry.content().doseMilligrams().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        if (doses.stream().anyMatch(entry -> entry.content().doseMilligrams().isEmpty())) {
            row.open(fields.drug().word() + "-dose-without-milligrams");
        }
    }

    private static void steroids(RegistryRow row, List<RegistryEntry<Medication>> all) {
        var doses = all.stream()
                .filter(entry -> STEROIDS.containsKey(entry.content().drug()))
                .toList();
        if (doses.isEmpty()) {
            return;
        }
        row.time(RegistryColumn.STEROID_FIRST_AT, doses.getFirst().at());
        row.time(RegistryColumn.STEROID_LAST_AT, doses.getLast().at());
        row.number(
                RegistryColumn.STEROID_DEXAMETHASONE_MILLIGRAMS,
                doses.stream()
                        .map(entry -> equivalent(entry.content()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(1, RoundingMode.HALF_UP));
    }

    private static BigDecimal equivalent(Medication dose) {
        return dose.doseMilligrams()
                .orElse(BigDecimal.ZERO)
                .divide(STEROIDS.getOrDefault(dose.drug(), BigDecimal.ONE), MathContext.DECIMAL64);
    }
}
