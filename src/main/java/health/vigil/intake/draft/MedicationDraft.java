package health.vigil.intake.draft;

import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import java.math.BigDecimal;
import java.util.Optional;

/// `medication`.
///
/// @param drugName only for a drug without a word of its own
public record MedicationDraft(
        ReadField<Drug> drug, ReadField<String> drugName, ReadField<Quantity> dose, ReadField<Indication> indication)
        implements ContentDraft {
    private static final FieldRule<Quantity, BigDecimal> DOSE = FieldRule.amount(Measure.DOSE);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var which = checks.need("drug", drug);
        var name = checks.mayNameOther("drugName", drugName, "drug", which.equals(Optional.of(Drug.OTHER)));
        var milligrams = checks.may("dose", dose, DOSE);
        var why = checks.may("indication", indication);
        return checks.whenSound(() -> new Medication(which.orElseThrow(), name, milligrams, why));
    }
}
