package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.journey.InfusedBag;
import health.vigil.journey.Premedication;
import health.vigil.journey.RecordedInfusion;
import health.vigil.observation.Drug;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A recorded infusion.
///
/// @param doseUnit `10*6` or `10*6/kg`
/// @param charted the ids of the medications that were charted of the premedication
/// @param signatures the users who confirmed the identity at the bed, and who recorded it
/// @param stands false if the admission was voided
/// @param notes what to look at
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record InfusionRecordView(
        UUID episodeId,
        boolean stands,
        Instant startedAt,
        Optional<Instant> stoppedAt,
        List<BagView> bags,
        Optional<BigDecimal> dose,
        Optional<String> doseUnit,
        String route,
        List<PremedicationView> premedication,
        List<String> charted,
        List<String> reaction,
        Optional<Integer> reactionGrade,
        Optional<BigDecimal> discardedVolume,
        Optional<BigDecimal> weight,
        List<String> signatures,
        List<String> notes,
        Optional<String> note,
        Instant recordedAt,
        String by) {

    static InfusionRecordView of(RecordedInfusion recorded) {
        var infusion = recorded.infusion();
        return new InfusionRecordView(
                recorded.episode(),
                recorded.stands(),
                infusion.startedAt(),
                infusion.stoppedAt(),
                infusion.bags().stream().map(BagView::of).toList(),
                infusion.dose().map(dose -> dose.value()),
                infusion.dose().map(dose -> dose.unit()),
                infusion.route(),
                infusion.premedication().stream().map(PremedicationView::of).toList(),
                recorded.charted(),
                infusion.reaction().stream()
                        .flatMap(reaction -> reaction.signs().stream())
                        .map(Word::word)
                        .toList(),
                infusion.reaction().flatMap(reaction -> reaction.grade()),
                infusion.discardedVolume(),
                infusion.weight(),
                recorded.signatures(),
                notes(recorded),
                infusion.note(),
                recorded.stamp().recordedAt(),
                recorded.stamp().by());
    }

    private static List<String> notes(RecordedInfusion recorded) {
        var paracetamol = recorded.infusion().premedication().stream()
                .filter(given -> given.drug() == Drug.ACETAMINOPHEN)
                .map(given -> "Paracetamol" + given.at().map(at -> " at " + at).orElse("")
                        + " can hide the first fever"
                        + (recorded.charted().isEmpty()
                                ? ", and this record does not chart it: chart it as a medication, too"
                                : ". It is charted as a medication"));
        var joined = recorded.joined().stream()
                .map(begin -> "The patient had been admitted before, with the infusion of " + begin
                        + ": time, ward, bed, weight and baseline of that episode stand"
                        + (recorded.notTaken().isEmpty()
                                ? ""
                                : ". Not taken from this record: " + String.join(", ", recorded.notTaken()))
                        + ". Correct the episode if it is wrong or lacks them");
        return Stream.of(paracetamol, joined, recorded.doseNotes().stream())
                .flatMap(notes -> notes)
                .toList();
    }

    /// An infused bag.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record BagView(
            String bagId,
            Optional<Instant> thawedAt,
            Instant startedAt,
            Optional<Instant> stoppedAt,
            Optional<BigDecimal> volume,
            Optional<BigDecimal> cells) {
        private static BagView of(InfusedBag bag) {
            return new BagView(
                    bag.bagId(), bag.thawedAt(), bag.startedAt(), bag.stoppedAt(), bag.volume(), bag.cells());
        }
    }

    /// A drug given before the infusion.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PremedicationView(String drug, Optional<String> drugName, Optional<Instant> at) {
        private static PremedicationView of(Premedication given) {
            return new PremedicationView(given.drug().word(), given.drugName(), given.at());
        }
    }
}
