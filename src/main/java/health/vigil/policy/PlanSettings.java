package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How often a patient is checked after the infusion.
@ConfigMapping(prefix = "vigil.plan")
public interface PlanSettings {
    /// Vital signs without CRS.
    @WithDefault("4H")
    Duration vitalSigns();

    /// Vital signs at CRS 1 and 2.
    @WithDefault("2H")
    Duration vitalSignsInCrs();

    /// Vital signs at CRS 3 and above.
    @WithDefault("1H")
    Duration vitalSignsSevere();

    /// Vital signs late after the infusion, when both grades have been 0 for a while.
    @WithDefault("8H")
    Duration vitalSignsLate();

    /// How long after the infusion "late" begins.
    @WithDefault("336H")
    Duration lateAfter();

    /// How long both grades must have been 0.
    @WithDefault("48H")
    Duration quietFor();

    /// Vital signs during the infusion and for `atInfusionFor` after its end.
    @WithDefault("15M")
    Duration atInfusion();

    @WithDefault("1H")
    Duration atInfusionFor();

    /// Vital signs from then until `afterInfusionFor` after its end.
    @WithDefault("1H")
    Duration afterInfusion();

    @WithDefault("4H")
    Duration afterInfusionFor();

    /// ICE or CAPD without CRS and ICANS.
    @WithDefault("12H")
    Duration neuroChecks();

    /// ICE or CAPD with any CRS or at ICANS 1.
    @WithDefault("8H")
    Duration neuroChecksEarly();

    /// ICE or CAPD at ICANS 2.
    @WithDefault("4H")
    Duration neuroChecksSevere();

    /// The level of consciousness at ICANS 3.
    @WithDefault("2H")
    Duration consciousnessAtIcans3();

    /// The level of consciousness at ICANS 4.
    @WithDefault("1H")
    Duration consciousnessAtIcans4();

    /// Laboratory results.
    @WithDefault("24H")
    Duration labs();

    /// Laboratory results at CRS 3 and above.
    @WithDefault("12H")
    Duration labsSevere();

    /// The required results. `alt/ast` means that one of both is enough.
    @WithDefault("platelets,neutrophils,haemoglobin,crp,ferritin,creatinine,alt/ast,bilirubin,fibrinogen")
    List<String> labSet();

    /// How long before the infusion a baseline ICE or CAPD counts.
    @WithDefault("72H")
    Duration baselineWithin();

    /// When a check that could not be done is due again, by day.
    @WithDefault("1H")
    Duration notDoneByDay();

    /// The same by night.
    @WithDefault("2H")
    Duration notDoneByNight();

    /// When the night begins, in the hospital's time zone: `22:00`.
    @WithDefault("22:00")
    String nightFrom();

    /// When the night ends.
    @WithDefault("06:00")
    String nightUntil();

    /// How long after a single reading that grade 2 rests on another one is due.
    @WithDefault("15M")
    Duration repeatReading();

    /// Vital signs at home in the first days.
    @WithDefault("8H")
    Duration outpatientVitalSignsEarly();

    /// How long after the infusion the first days at home last.
    @WithDefault("192H")
    Duration outpatientEarlyFor();

    /// Vital signs at home afterwards.
    @WithDefault("12H")
    Duration outpatientVitalSigns();

    /// The questions to the caregiver.
    @WithDefault("24H")
    Duration outpatientHomeCheck();

    /// ICE or CAPD at visits in the first days.
    @WithDefault("24H")
    Duration outpatientNeuroChecksEarly();

    /// ICE or CAPD at visits afterwards.
    @WithDefault("72H")
    Duration outpatientNeuroChecks();

    /// How long after the infusion ICE or CAPD are due at visits.
    @WithDefault("360H")
    Duration outpatientNeuroChecksFor();

    /// How long after the due time a check raises an alert; the board shows it as overdue at once.
    @WithDefault("15M")
    Duration grace();
}
