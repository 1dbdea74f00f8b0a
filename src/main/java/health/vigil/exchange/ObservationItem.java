package health.vigil.exchange;

import health.vigil.observation.CapdItem;
import health.vigil.observation.IceItem;
import health.vigil.observation.Word;
import java.util.Optional;

/// What a code can ask for beside vital signs, laboratory results and findings: scores with their items, oxygen,
/// seizures, fluid.
public enum ObservationItem implements Word {
    /// A group of other codes, without a value of its own.
    PANEL,
    OXYGEN_THERAPY,
    OXYGEN_FLOW,
    OXYGEN_FRACTION,
    OXYGEN_REASON,
    ICE,
    ICE_ORIENTATION(IceItem.ORIENTATION),
    ICE_NAMING(IceItem.NAMING),
    ICE_COMMANDS(IceItem.COMMANDS),
    ICE_WRITING(IceItem.WRITING),
    ICE_ATTENTION(IceItem.ATTENTION),
    CAPD,
    CAPD_EYE_CONTACT(CapdItem.EYE_CONTACT),
    CAPD_PURPOSEFUL(CapdItem.PURPOSEFUL),
    CAPD_AWARE(CapdItem.AWARE),
    CAPD_COMMUNICATES(CapdItem.COMMUNICATES),
    CAPD_RESTLESS(CapdItem.RESTLESS),
    CAPD_INCONSOLABLE(CapdItem.INCONSOLABLE),
    CAPD_UNDERACTIVE(CapdItem.UNDERACTIVE),
    CAPD_SLOW_TO_RESPOND(CapdItem.SLOW_TO_RESPOND),
    CONSCIOUSNESS,
    SEIZURE,
    SEIZURE_TYPE,
    SEIZURE_DURATION,
    SEIZURE_RESOLVED,
    RETURNED_TO_BASELINE,
    FLUID_BOLUS,
    FLUID_REASON,
    /// The method of vital signs that were taken at home.
    HOME_READING;

    private final Optional<IceItem> iceItem;
    private final Optional<CapdItem> capdItem;

    ObservationItem() {
        this(Optional.empty(), Optional.empty());
    }

    ObservationItem(IceItem item) {
        this(Optional.of(item), Optional.empty());
    }

    ObservationItem(CapdItem item) {
        this(Optional.empty(), Optional.of(item));
    }

    ObservationItem(Optional<IceItem> iceItem, Optional<CapdItem> capdItem) {
        this.iceItem = iceItem;
        this.capdItem = capdItem;
    }

    /// The item of the ICE score that it asks for.
    public Optional<IceItem> iceItem() {
        return iceItem;
    }

    /// The item of the CAPD that it asks for.
    public Optional<CapdItem> capdItem() {
        return capdItem;
    }
}
