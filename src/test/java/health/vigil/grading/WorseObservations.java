package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Capd;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.HomeSign;
import health.vigil.observation.Ice;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Retraction;
import health.vigil.observation.Seizure;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Findings that are strictly worse for a patient at one instant.
///
/// Not everything that sounds worse is worse: a low implausible value is an artefact, a cannula at the home flow
/// hides a low SpO2 on room air, and a tool that was not testable makes a known score unknown. These are left out
/// here.
final class WorseObservations {
    private static final BigDecimal HIGHEST_FLOW = BigDecimal.valueOf(80);
    private static final BigDecimal PROLONGED = BigDecimal.valueOf(30);

    private WorseObservations() {}

    /// Observations that, at any time, can only make a patient look worse or more treated.
    static List<Content> additions() {
        return Stream.concat(
                        Stream.of(
                                Story.temperature("41"),
                                Story.systolic("40"),
                                Story.mean("30"),
                                Story.spo2("50"),
                                Story.bolus(FluidReason.HYPOTENSION),
                                Story.oxygen(OxygenDevice.VENTILATOR, OxygenReason.HYPOXIA),
                                Story.given(Drug.TOCILIZUMAB),
                                Story.given(Drug.ACETAMINOPHEN),
                                Story.ice(0),
                                Story.capd(Capd.WORST),
                                Story.wakes(Consciousness.UNAROUSABLE),
                                Story.tremor(),
                                Story.seizure("6", false, false)),
                        Stream.concat(
                                Stream.of(VasopressorAgent.values()).map(Story::started),
                                Stream.of(Finding.values()).map(finding -> Story.finding(finding, true))))
                .toList();
    }

    /// The same observation with worse plausible findings; empty for an observation whose absence would be worse:
    /// a stop.
    static Optional<Content> than(Content content) {
        return switch (content) {
            case VitalSigns signs -> Optional.of(than(signs));
            case NeuroCheck check -> Optional.of(than(check));
            case Seizure seizure ->
                Optional.of(new Seizure(seizure.type(), Optional.of(PROLONGED), false, Optional.of(false)));
            case NeuroFinding finding -> Optional.of(new NeuroFinding(finding.finding(), true));
            case OxygenTherapy therapy -> Optional.of(than(therapy));
            case Vasopressor vasopressor ->
                Optional.of(content).filter(_ -> !vasopressor.effect().ends());
            case FluidBolus _, Medication _, LabResult _, Attribution _, CrsCourse _, Retraction _, Death _ ->
                Optional.of(content);
            case Transfusion _, Culture _, DiseaseEvent _, Weight _, SyndromeAssessment _ -> Optional.of(content);
            case GradeConfirmation _ -> Optional.of(content);
            case HomeCheck check -> Optional.of(new HomeCheck(Set.of(HomeSign.values()), check.handwritingImage()));
        };
    }

    private static VitalSigns than(VitalSigns signs) {
        var worst = Map.of(
                VitalSign.TEMPERATURE, "45",
                VitalSign.SYSTOLIC, "30",
                VitalSign.MEAN_ARTERIAL_PRESSURE, "20",
                VitalSign.SPO2, "30");
        var values = new EnumMap<VitalSign, BigDecimal>(signs.values());
        values.replaceAll((sign, value) ->
                sign.plausible(value) && worst.containsKey(sign) ? new BigDecimal(worst.get(sign)) : value);
        return new VitalSigns(values, signs.temperatureSite(), signs.setting(), signs.device());
    }

    private static NeuroCheck than(NeuroCheck check) {
        return new NeuroCheck(
                check.ice().map(_ -> Ice.ofTotal(0)),
                check.capd().map(_ -> Capd.ofTotal(Capd.WORST)),
                check.consciousness().map(_ -> Consciousness.UNAROUSABLE),
                check.notTestable(),
                check.notTestableReason(),
                check.notDone(),
                check.notDoneReason(),
                check.tremor(),
                check.handwritingChange(),
                check.handwritingImage());
    }

    private static OxygenTherapy than(OxygenTherapy therapy) {
        return new OxygenTherapy(
                therapy.device(),
                therapy.deviceName(),
                therapy.plausibleFlow().map(_ -> HIGHEST_FLOW),
                therapy.fio2(),
                therapy.reason());
    }
}
