package health.vigil.exchange;

import health.vigil.observation.Analyte;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.SeizureType;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import java.util.Optional;

/// What a code means to Vigil.
public sealed interface Meaning {
    /// A vital sign.
    ///
    /// @param site where a temperature was taken, if the code says so
    record OfSign(VitalSign sign, SignSource source, Optional<String> site) implements Meaning {}

    /// A laboratory result.
    ///
    /// @param annotation the UCUM annotation that the code implies: `FEU` or `DDU` of a D-dimer
    record OfAnalyte(Analyte analyte, Optional<String> annotation) implements Meaning {}

    record OfItem(ObservationItem item) implements Meaning {}

    record OfFinding(Finding finding) implements Meaning {}

    /// A device for oxygen or ventilation.
    ///
    /// @param reason the reason that the device implies, for instance sleep apnoea
    /// @param similar whether the device is only similar, because ASTCT has no place for it
    record OfDevice(OxygenDevice device, Optional<OxygenReason> reason, boolean similar) implements Meaning {}

    record OfReason(OxygenReason reason) implements Meaning {}

    record OfLevel(Consciousness level) implements Meaning {}

    record OfSeizure(SeizureType type) implements Meaning {}

    record OfFluidReason(FluidReason reason) implements Meaning {}

    record OfAgent(VasopressorAgent agent) implements Meaning {}

    record OfDrug(Drug drug) implements Meaning {}

    /// A product of CAR-T cells, by the word of the admission form.
    record OfCells(String product) implements Meaning {}

    /// A unit of measure.
    ///
    /// @param ucum the unit in UCUM
    record OfUnit(String ucum) implements Meaning {}
}
